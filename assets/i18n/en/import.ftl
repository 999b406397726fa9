### Lists of exhibitors and of booths being read in: what their columns hold, and what is told line by line.

## What a column of a list of exhibitors holds, as a menu shows it

column-name = Name
column-number = Booth numbers
column-country = Country
column-category = Category
column-group = Place, roughly (not imported)
column-website = Website
column-contact = Contact
column-note = Notes
column-status = Status
column-ignored = Not imported

## Titles of a list of booths, as its first line may have them

booth-column-number = number
booth-column-x = x
booth-column-y = y
booth-column-width = width
booth-column-depth = depth
booth-column-rotation = rotation
booth-column-exhibitor = exhibitor
booth-column-status = status
booth-column-category = category
# The names of the columns, joined.
import-missing-columns = {$count ->
    [one] The list has no column {$columns}. Give each column its title in the first line: number, x, y, width, depth.
   *[other] The list has no columns {$columns}. Give each column its title in the first line: number, x, y, width, depth.
}

## About one line of a list

# Where it is, and one of the sentences below.
import-line = Line {NUMBER($line)}: {$problem}
import-line-and-column = Line {NUMBER($line)}, column {NUMBER($column)}: {$problem}
problem-no-name = it names nobody, so it is left out.
problem-same-as = this exhibitor is on line {NUMBER($line)} too, and both lines were put together.
problem-same-number = this number is on line {NUMBER($line)} already, so the booth is left out.
problem-no-number = the number is missing, so the booth is left out.
problem-not-a-number = “{$text}” cannot be a booth number: one has at most {NUMBER($most)} characters on one line.
problem-no-figure = the figure is missing. Enter metres, such as 3 or 2.5, or degrees.
problem-not-a-figure = “{$text}” is not a figure. Enter metres, such as 3 or 2.5, or degrees.
problem-out-of-range = “{$text}” is too large. Lengths go to 1,000 metres, and angles to 360 degrees.
problem-not-positive = “{$text}” is not a size. Enter a width and a depth above zero.
problem-unknown-status = “{$text}” is not a known status. Use available, held, reserved, contracted, paid or blocked.

## What a list brings

# Parts of the summary of a list of exhibitors, which are joined by commas.
report-read = {$count ->
    [one] {$count} line read
   *[other] {$count} lines read
}
report-new = {$count ->
    [one] {$count} new exhibitor
   *[other] {$count} new exhibitors
}
report-changed = {NUMBER($count)} changed
report-unchanged = {NUMBER($count)} unchanged
report-placed = {NUMBER($count)} placed
report-not-placed = {NUMBER($count)} not placed
report-without-number = {NUMBER($count)} without a booth number in the list
# Parts of the summary of a list of booths.
report-booths-added = {$count ->
    [one] {$count} booth added
   *[other] {$count} booths added
}
report-booths-filled = {NUMBER($count)} with an exhibitor
report-booths-left-out = {NUMBER($count)} not as the list says
problem-no-such-booth = {$exhibitor} is not placed on {$number}: there is no such booth. Draw it, or correct the number.
problem-booth-blocked = {$exhibitor} is not placed on {$number}: this booth is blocked. Unblock it, or choose another one.
