package guide

// Document is a file beside a page that holds the same to be sent, printed or
// filled in elsewhere.
type Document struct {
	// Format is "pdf" or "docx", which the file's name ends in, too.
	Format string
	// Name is what the page calls it, "" for what holds the same as the page.
	Name string
	// Address is the document's file in the site.
	Address string
	// Size is how many bytes it has.
	Size int
}

// Kilobytes is the size as people are told it, in thousands of bytes.
func (d Document) Kilobytes() int { return (d.Size + 999) / 1000 }
