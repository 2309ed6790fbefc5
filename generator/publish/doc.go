// Package publish makes a folder hold exactly the files of a site, all or
// nothing.
//
//	result, err := publish.Write("public", func(emit publish.Emit) error {
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
// The new folder is called .NAME.PID.new (.NAME.PID-2.new and so on if that is
// taken) and an old one put aside .NAME.PID.old. A killed process leaves them
// behind, and the next Write removes them: those of a process that
// doesn't run any more, and a .new one older than a day, whose number another
// process must have got since. Those of a running process stay.
//
// # Names
//
// A name is slash-separated and relative (fs.ValidPath), without backslashes
// and control characters, and must be a possible name on the system that
// builds. No name may come twice, and none may be a file and a folder at once.
// No two names, of files or of folders, may differ only in case: they would be
// one on Windows and macOS. The names .nojekyll and .sparrausopas belong to
// Write itself.
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
// # What Write refuses to replace
//
// Write replaces only a folder that it made. The output folder may be missing
// (its parents are made, and go again after a failure) or empty, may hold
// .nojekyll and nothing else, as a fresh checkout does, or may hold a manifest
// and no file or folder that the manifest doesn't list. Files that file
// managers leave (.DS_Store, Thumbs.db, desktop.ini) don't count. Anything
// else, any symbolic link included, is strange: Write checks for it before it
// renders, and again before the exchange. A file or a symbolic link in place of
// the output folder is refused too. The manifest can only make Write refuse
// more or less; what is removed is always the exchanged folder, through an
// os.Root.
//
// # Errors
//
// What is wrong with the output folder, with a name or with writing is an
// *Error, which names the fault; an error of render is returned as it is. Count
// runs render and checks the names in the same way, but writes nothing.
//
// # Non-goals
//
// Files are not flushed to the disk one by one, so a power cut is not covered.
// Permissions set by hand on the output folder are lost, and a
// program that has it as its working folder stays in the old one.
package publish
