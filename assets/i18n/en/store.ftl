### What failed on the disk: a sentence that says what, and one that says why and how to go on.

store-reading = {$file} cannot be read.
store-writing = {$file} cannot be saved. Nothing that was there is changed.
# The file is the backup.
store-backing-up = The backup {$file} cannot be written, so nothing is saved. Nothing that was there is changed.

## Why nothing could be read

store-read-not-found = It is not in {$folder}. Look for it in another folder, or connect the drive that it is on.
store-read-not-allowed = You are not allowed to read it. Ask the person who owns it, or open a copy.
store-read-folder = It is a folder. Choose a file in it.
store-read-not-a-file = It is a device and not a file. Choose a file.
store-read-too-large = It is larger than {$most}. Check that it is the right file.
store-read-bad-name = This system does not take such a name. Choose another file.
store-read-again = Try again, or open a copy.
store-read-other = The system says: “{$detail}”. Try again, or open a copy.

## Why nothing could be written

store-write-not-found = The folder {$folder} is not there. Save in another folder.
store-write-not-allowed = You are not allowed to write there. Save in another folder.
store-write-read-only = The file or its disk is read-only. Save under another name or in another folder.
store-write-full = The disk is full. Make room and save again, or save on another disk.
store-write-folder = A folder has this name. Save under another name.
store-write-not-a-file = There is a device of this name and not a file. Save under another name.
store-write-bad-name = This system does not take such a name. Save under another name.
store-write-again = Try again, or save in another folder.
store-write-other = The system says: “{$detail}”. Try again, or save in another folder.
