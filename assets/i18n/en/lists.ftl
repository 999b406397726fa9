### The stand list for the entrance desk, on paper and as a table.

stand-list-by-name = Stands by exhibitor
stand-list-by-number = Stands by number
# Whom the list is for: it stands at the top right of every page.
stand-list-desk = Entrance desk
stand-list-printed = printed {$moment}
# The heads of the columns.
stand-list-column-stand = Stand
stand-list-column-exhibitor = Exhibitor
stand-list-column-hall = Hall
stand-list-column-category = Category
stand-list-column-with = With
stand-list-column-note = Note
# In the line of a co-exhibitor: whose stand it is.
stand-list-with = with {$names}
# After a heading that goes on from the page before.
stand-list-continued = continued
# The heading of the last section.
stand-list-unfilled = Slots without exhibitor
# In the line of a slot that is kept for somebody, or for nobody in particular.
stand-list-held-for = held for {$name}
stand-list-held = held
stand-list-page = Page {NUMBER($page)} of {NUMBER($pages)}
# In the foot of every page, after the summary.
stand-list-unfilled-on = slots without exhibitor on page {NUMBER($page)}
stand-list-nobody = No exhibitor has a stand yet.

## Printing

print-printed = Printed.
print-sent = Sent to the printer.
# The job is still in the queue when the program stops watching it.
print-waiting = The job waits in the printer's queue.
print-waiting-because = The job waits in the printer's queue: {$reason}
print-no-printer = No printer is set up on this computer.
stand-list-no-printer = No printer is set up on this computer: Print opens the list as a PDF.
# The reasons are the print system's own words.
print-refused = The printer did not take the job: {$reason}
print-failed = The job failed: {$reason}
print-no-viewer = No printer is set up on this computer, and no program here opens PDF files ({$reason}). Save the list as a PDF and print it elsewhere.

## Errors

pdf-failed = The PDF could not be made: {$reason}
# After a PDF was made: names in a script that no font of this computer has.
pdf-missing-characters = No font on this computer has all characters of: {$texts}. They are printed as boxes.

## The list of renumbered booths

renumbered-title = Renumbered booths
renumbered-column-old = Old number
renumbered-column-new = New number
