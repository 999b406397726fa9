### The command line: its help, its results, and what is wrong with how it was used.

## Help

cli-usage = Usage:
cli-commands = Commands
cli-options = Arguments
cli-about = Hallplan draws the booths of a trade show, places its exhibitors, shows how full it is, and prints the stand list. Without a command it opens its window.
cli-about-occupancy = Shows how full a show is, with its halls and categories
cli-about-stand-list = Writes the stand list for the entrance desk
cli-about-export = Draws halls to a file
cli-about-import = Reads a list of exhibitors or of booths into a show
cli-help = Shows this help
cli-version = Shows the version
cli-lang = The language of messages and of what is written, instead of the system's
cli-units = Units of lengths: m (metres) or ft-in (feet and inches)
cli-file = The show's .hallplan file
cli-window-file = The show to open in the window
cli-json = As JSON, for other programs
cli-stand-list-out = Where it is written: .pdf or .csv
cli-sort = By exhibitor's name (without this option too) or by booth number
cli-stand-list-hall = This hall alone
cli-paper = A4 (without this option too) or US Letter
cli-export-hall = This hall alone; needed for .svg, .png and .dxf where the show has several
cli-colour-by = What the colours of booths tell; their status without this option
cli-export-out = Where it is written: .pdf, .svg, .png or .dxf
cli-import-file = The show's .hallplan file, or - for a new show
cli-exhibitors = The exhibitors: CSV, XLSX or ODS
cli-booths = The booths: a CSV with the columns number, x, y, width, depth, rotation and, if wanted, exhibitor, status, category; metres, top left corner, y downwards
cli-import-hall = The hall that the booths stand in; made where it is not there
cli-map = The map of a hall: PDF, DXF, DWG, SVG or a picture
cli-map-page = Which page of the map's file; the first without this option
cli-map-scale = The map's scale where its file does not say how large it is: 1:200 for a drawing on paper, or the millimetres that a pixel of a picture stands for, as 12.5
cli-map-with-booths = Add the booths that the map shows too, with their numbers and exhibitors, columns, walls and doors
cli-import-out = Where the show is saved: .hallplan; it may be FILE

## Results

cli-occupancy = {$name}: {$slots}, {$area}
cli-columns = Columns: {$columns}
cli-unreadable-letters = Some letters of the list could not be read and stand as “�”. Save the list as XLSX or as CSV in UTF-8, and import it again.
cli-map-placed = Placed {$file} in {$hall}, {$width} × {$depth}, {$scale}.
cli-hall-made = Made {$hall}, as large as its map.
cli-scale-of-file = true scale from the file ({$unit})
cli-scale-of-paper = paper scale {$scale}
cli-scale-of-pixel = {$millimetres} mm a pixel

## Wrong use

cli-missing = This is missing: {$argument}.
cli-missing-value = {$argument} needs a value.
cli-wrong-value = “{$value}” is no value for {$argument}.
cli-conflict = {$argument} and {$other} do not go together.
cli-twice = {$argument} is there twice.
cli-unknown = “{$argument}” is not understood here.
cli-not-understood = This is not understood.
# The command that shows the help.
cli-see-help = See {$command}.
cli-wrong-ending = {$file} cannot be written: its name must end in one of {$endings}.
cli-which-hall = {$file} can show one hall only. Choose it with --hall: {$halls}.
cli-unknown-hall = There is no hall “{$hall}”. Choose one with --hall: {$halls}.
cli-needs-paper-scale = {$file} says how large its paper is, not how large the hall is. Give the scale of the drawing, for example: --scale 1:200
cli-needs-size-of-pixel = {$file} does not say how large it is. Give the millimetres that one of its pixels stands for, for example: --scale 12.5
cli-scale-is-known = {$file} says itself how large it is. Leave --scale out.

## What could not be done

cli-nothing-called = {$name} is neither a file nor a command. hallplan --help lists the commands.
cli-no-display = There is no display to open the window on. Without one, draw the halls with: hallplan export FILE -o plan.pdf
cli-no-window = The window cannot be opened ({$detail}). Without it, draw the halls with: hallplan export FILE -o plan.pdf
cli-no-output = The result cannot be written out: {$detail}. Free some room, or send it elsewhere.
cli-not-a-plan = {$file} is not a Hallplan show. A list is read into a new show with: hallplan import - --exhibitors LIST -o show.hallplan
cli-no-hall = There is no hall in {$file}, so there is nothing to draw. Add one in the window, or with: hallplan import FILE --booths BOOTHS --hall NAME -o OUT.hallplan
cli-no-names = {$file}: no column holds names of exhibitors. Give it the title “Name” or “Company” in the first line.
cli-changed-outside = {$file} was changed by somebody else meanwhile, and is left as it is. Start again.
cli-stopped = It was stopped before it was done. Start again.
# A sentence about a file that it does not name.
cli-about-file = {$file}: {$words}
