### Booths, columns, walls and doors out of a drawing that lies under a hall.

drawn-title = Booths from drawing
# What the drawing holds, below the panel's title.
drawn-holds = {$shapes ->
    [one] {$file}: one shape, {NUMBER($texts)} texts
   *[other] {$file}: {$shapes} shapes, {NUMBER($texts)} texts
}
drawn-not-calibrated = The drawing has no true scale yet: its booths would have the wrong size. Measure it first.
# A group of shapes: its layer, or that it has none.
drawn-no-layer = No layer
drawn-by-lines = {$layer}: areas between lines
# What becomes of a group.
drawn-role-booths = Booths
drawn-role-columns = Columns
drawn-role-walls = Walls
drawn-role-doors = Doors
drawn-role-ignored = Nothing
# What a group holds; the parts are joined by commas.
drawn-shapes-of-area = {$count ->
    [one] one shape of {$area}
   *[other] {$count} shapes of {$area}
}
drawn-shapes-of-areas = {NUMBER($count)} shapes of {$least} to {$most}
drawn-numbered = {NUMBER($count)} with a number
drawn-lines = {$count ->
    [one] one line
   *[other] {$count} lines
}
# The colour of a group, for whoever cannot see its square: “colour #2457C5”.
drawn-colour = colour {$colour}
drawn-group-role = Becomes
drawn-more-groups = {$count ->
    [one] One more group with few shapes becomes nothing.
   *[other] {$count} more groups with few shapes become nothing.
}

## What has to be decided

drawn-problems = To decide
drawn-without-number = {$count ->
    [one] One shape without a number
   *[other] {$count} shapes without a number
}
drawn-duplicate = {$count ->
    [one] One shape with the number of another
   *[other] {$count} shapes with the number of another
}
drawn-taken = {$count ->
    [one] One shape with the number of a booth of the show
   *[other] {$count} shapes with the number of a booth of the show
}
drawn-outside = {$count ->
    [one] One shape outside the hall
   *[other] {$count} shapes outside the hall
}
drawn-crossing = {$count ->
    [one] One shape whose edges cross
   *[other] {$count} shapes whose edges cross
}
drawn-next-free = Give the next free numbers
drawn-keep-first = Keep the first, leave the others out
drawn-leave-out = Leave them out
drawn-add = Add them all the same
# One of those shapes; a button that shows it.
drawn-row-without-number = No number
drawn-row-named = No number: {$exhibitor}
drawn-row-duplicate = {$number}, drawn twice
drawn-row-taken = {$number}, in the show already
drawn-row-outside = {$number}, outside
drawn-row-outside-without-number = No number, outside
drawn-row-crossing = Edges that cross
drawn-row-given = {$row}: gets {$number}
drawn-row-left-out = {$row}: left out
drawn-cut-names = {$count ->
    [one] One name is cut short in the drawing and is nobody's of the show; its booth stays available.
   *[other] {$count} names are cut short in the drawing and are nobody's of the show; their booths stay available.
}

## What is done

drawn-exhibitors = Place the exhibitors whose names stand in them
drawn-sharing = “+” between names joins exhibitors who share the booth: {NUMBER($count)}
drawn-layers = On layers named as those of the drawing
drawn-confirm = {$count ->
    [0] Nothing to add
    [one] Add one booth
   *[other] Add {$count} booths
}
drawn-confirm-things = {$count ->
    [one] Add one object
   *[other] Add {$count} objects
}
# Parts of the summary, joined by commas.
drawn-report-booths = {$count ->
    [one] one booth
   *[other] {$count} booths
}
drawn-report-placed = {NUMBER($count)} with an exhibitor
drawn-report-structures = {$count ->
    [one] one column, wall or door
   *[other] {$count} columns, walls and doors
}
drawn-report-left-out = {$count ->
    [one] one shape left out
   *[other] {$count} shapes left out
}
drawn-report-cut-names = {$count ->
    [one] one name cut short
   *[other] {$count} names cut short
}
drawn-added = Added from the drawing: {$what}
job-reading-drawing = Looking for booths in {$file}…
drawing-has-no-shapes = Nothing in {$file} could become a booth, for it is a picture or has no closed shapes. Draw the booths over it.
# The dialog in which a page of a file with several is chosen to become the map; its button; on a page that cannot be read.
pages-title = Which page is the map of the hall?
pages-confirm = Use this page
pages-unreadable = Cannot be read
