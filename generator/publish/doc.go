// Package publish makes a folder hold exactly the files of a site, all or
// nothing, or file by file.
//
//	result, err := publish.Write("public", publish.Options{}, func(emit publish.Emit) error {
//		return emit("fi/index.html", page)
//	})
//
// # The exchange
//
// The files are written to a new folder beside the output folder, and only when
// render has returned nil does the new folder take the place of the old one,
// which is then removed. When render or any write fails (even if render ignores
// an error of Emit), the new folder is removed, the output folder stays as it
// was and the error is returned.
//
// On Linux the two folders change places in one step (renameat2 with
// RENAME_EXCHANGE): killed at any moment, the output folder holds the whole old
// site or the whole new one. Where the system or the file system has no such
// step, the old folder is renamed aside and the new one renamed in, and the
// first is undone if the second fails. A process killed between those two
// renames leaves no output folder; the next Write puts the old one back before
// it does anything else.
//
// # In place
//
// The folder itself is filled if Options ask for it, if it is mounted or a mount
// shows it elsewhere, if this process works in it, if no folder beside it can be
// made with its rights, and if the new one can't take its place; Result says
// which. The files that are new or differ are written to a folder in it,
// .sparrausopas.new, which only one Write can have at a time. When render has
// returned nil they are moved to their places: first those under new names, then
// others that pages use, then pages; last, what the site has no more is removed.
// Each file is whole at any moment, and a page comes after what it names. The
// manifest lists the old and the new files meanwhile: whatever kills a Write,
// the next one goes on from there.
//
// # Who lives
//
// The new folder is called .NAME.RANDOM.new and an old one put aside
// .NAME.RANDOM.old. A killed process leaves them behind, and the next Write
// removes them. That a process lives shows in the manifest of its folder, which
// it keeps locked (flock), or gives a new time now and then where there are no
// locks: the number of a process says nothing in another container. What is
// removed gets a new name first, so that it can't be published meanwhile; and
// before a Write publishes its folder it compares it with what it wrote.
// Success means that the site was whole.
//
// # Rights
//
// The new site has the modes, owners, groups, access lists and labels of the
// old one, file by file, as far as this process may give them. What is new gets
// those of the manifest, and new folders those of the output folder, whatever
// the umask is. A first site has what the system gives it.
//
// # Names
//
// A name is slash-separated and relative (fs.ValidPath), without backslashes
// and control characters, and must be a possible name on the system that
// builds. No name may come twice, and none may be a file and a folder at once.
// No two names, of files or of folders, may differ only in case: they would be
// one on Windows and macOS. The name .nojekyll and those that begin with
// .sparrausopas belong to Write itself.
//
// # What Write adds
//
// The empty file .nojekyll, so that GitHub Pages serves the files as they are,
// and the manifest .sparrausopas: a line that says what the file is, then the
// names of all other files, sorted, one a line. Result counts neither. The same
// input makes the same bytes.
//
// A file whose bytes equal those of the same name in the old folder keeps the
// old modification time, so that tools that copy by time (rsync, backups) see
// what changed; the others get the present time. Where the file system lets a
// file have two names (a hard link), it is the old file itself: ext4 takes ten
// times as long to make files where many have just been removed.
//
// Files that are copied as they are (Options.Copies) are compared and written in
// pieces: they may be of any size.
//
// # What it keeps
//
// Who has a page open when the site is published anew goes on to load what that
// page names. Options can keep files that the site has no more for some time,
// such as those whose names change with their content. They count as files of
// the folder, not of the site; behind their names in the manifest stands since
// when the site hasn't them. The latest are kept, and no more bytes of them than
// the site has.
//
// # What is handed round
//
// Zip packs the files of the site, without those that are kept and without
// hidden ones.
//
// # What Write refuses to replace
//
// Write replaces only a folder that it made. The output folder may be missing
// (its parents are made, and go again after a failure) or empty, may hold
// .nojekyll and nothing else, as a fresh checkout does, or may hold a manifest
// and no file or folder that the manifest doesn't list. Files that file
// managers leave (.DS_Store, Thumbs.db, desktop.ini) don't count, nor does the
// folder lost+found of a disk that is mounted there. Anything
// else, any symbolic link included, is strange: Write checks for it before it
// renders, and again before the exchange. A file or a symbolic link in place of
// the output folder is refused too. The manifest can only make Write refuse
// more or less; what is removed is the exchanged folder or, in place, what the
// check has seen, always through an os.Root.
//
// # Errors
//
// What is wrong with the output folder, with a name or with writing is an
// *Error, which names the fault; an error of render is returned as it is. Count
// runs render and checks the names in the same way, but writes nothing.
//
// # Non-goals
//
// Only the manifest and the folder are flushed to the disk, not each file, so a
// power cut is not covered. A program that has the output folder as its working
// folder, or is given it by a container, stays in the old one unless the folder
// is filled in place.
package publish
