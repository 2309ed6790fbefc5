package guide

// Target is where the guide is published by a button.
type Target struct {
	// Name tells it from others, Title is what authors call it.
	Name, Title string
	// Kind is "folder", "zip", "git", "sftp" or "webdav"; To says where that is:
	// a path from the guide's folder, an address, or nothing more.
	Kind, To string
	// PDF and Docx make the documents, too.
	PDF, Docx bool
}
