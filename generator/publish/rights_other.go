//go:build !unix

package publish

import (
	"io/fs"
	"os"
)

// rightsOf returns no rights: files get those of the folder above.
func rightsOf(*os.File, fs.FileInfo) rights { return rights{} }

func (rights) give(*os.File) error { return nil }

// inherited is the attribute of a folder that its files get.
const inherited = ""
