### The menus, the commands of the command table, and the tools.
### To add a message: the key here and in fr/, then `cargo build`; it is a method of `Texts` with `_` for `-`.

## Menus

menu-file = File
menu-edit = Edit
menu-view = View
# Inside the menu of the view.
menu-colours = Colour by
menu-insert = Insert
menu-arrange = Arrange
# In the menu Arrange.
menu-align = Align and distribute
menu-exhibitors = Exhibitors
menu-help = Help

## File

command-new = New
command-open = Open…
command-open-recent = Open recent
command-open-it-partners = Example: IT Partners 2022
command-open-techdays = Example: TechDays 2010
command-open-semaine = Example: Semaine du Numérique
command-open-devcom = Example: Dev'Com
command-save = Save
command-save-as = Save as…
command-versions = Versions…
command-hall-map = Hall map…
command-paste-map = Hall map from the clipboard
command-stand-list = Stand list…
command-export-plan = Export plan…
command-print = Print…
command-show-properties = Show…
command-quit = Quit

## Edit

command-undo = Undo
# The Edit menu's line when there is something to undo; the name is one of edits.ftl.
command-undo-named = Undo: {$name}
command-redo = Redo
# The Edit menu's line when there is something to redo; the name is one of edits.ftl.
command-redo-named = Redo: {$name}
command-cut = Cut
command-copy = Copy
command-paste = Paste
command-duplicate = Duplicate
command-delete = Delete
command-select-all = Select all
command-select-none = Select none
command-cancel = Cancel the gesture
command-palette = Find a command…
command-find = Find…
command-focus-inspector = Go to the inspector
command-focus-menus = Go to the menus

## View

command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-to-fit = Zoom to fit
command-zoom-to-selection = Zoom to selection
command-zoom-to-full-size = Zoom to 100 %
command-pan-left = Move the view left
command-pan-right = Move the view right
command-pan-up = Move the view up
command-pan-down = Move the view down
command-next-hall = Next hall
command-previous-hall = Previous hall
command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-system = Theme of the system
command-language-english = English
command-language-french = Français
command-units-metres = Lengths in metres
command-units-feet = Lengths in feet and inches
command-toggle-exhibitors = Exhibitors panel
command-toggle-inspector = Inspector
command-toggle-legend = Legend
command-toggle-minimap = Overview map
command-toggle-wheel-zoom = Mouse wheel zooms
command-colour-by-status = Colour by status
command-colour-by-category = Colour by category
command-colour-by-area = Colour by area
command-colour-by-open-sides = Colour by open sides
command-colour-by-zone = Colour by zone
command-toggle-grid = Grid
command-toggle-map = Hall picture
command-toggle-snapping = Snapping
command-grid-step = Grid step…

## Insert

command-insert-booth = Insert booth…
command-insert-l = Insert L-shaped booth…
command-insert-u = Insert U-shaped booth…
command-insert-round = Insert round booth…
command-insert-block = Insert block…
command-insert-wall = Insert wall…
command-insert-column = Insert column…
command-insert-door = Insert door…
command-insert-text = Insert text…
command-insert-picture = Insert picture…
command-categories = Categories…
command-add-hall = Add hall…
command-hall-properties = Hall…
command-hall-outline = Edit hall outline
command-delete-hall = Delete hall
command-calibrate = Calibrate…
command-align-map = Align map by two points
command-crop-map = Crop map
command-map-in-front = Map in front of the booths
command-replace-map = Replace map…
command-other-revision = Show the other revision of the map
command-remove-map = Remove hall picture
command-booths-from-drawing = Booths from drawing…

## Arrange

command-rotate-right = Rotate right
command-rotate-about = Rotate about a point…
command-mirror-left-right = Mirror left to right
command-mirror-top-bottom = Mirror top to bottom
command-align-left = Align left
command-align-centre = Align centres
command-align-right = Align right
command-align-top = Align top
command-align-middle = Align middles
command-align-bottom = Align bottom
command-distribute-across = Equal gaps across
command-distribute-down = Equal gaps down
command-distribute-centres-across = Equal distances of centres across
command-distribute-centres-down = Equal distances of centres down
command-arrange-to-aisle = Arrange to an aisle width…
command-rotate-left = Rotate left
command-nudge-left = Nudge left
command-nudge-right = Nudge right
command-nudge-up = Nudge up
command-nudge-down = Nudge down
command-number-booths = Number booths…
command-number-along-path = Number along a path…
command-renumbered-list = List of renumbered booths…
command-split-booths = Split into equal parts…
command-merge-booths = Merge booths…
command-cut-columns = Take columns off the area
command-renumber = Renumber…
command-sides-derived = Open sides: derived
command-sides-enclosed = Open sides: enclosed
command-sides-inline = Open sides: inline
command-sides-corner = Open sides: corner
command-sides-peninsula = Open sides: peninsula
command-sides-island = Open sides: island
command-extend-selection-left = Extend the selection left
command-extend-selection-right = Extend the selection right
command-extend-selection-up = Extend the selection up
command-extend-selection-down = Extend the selection down
command-next-booth = Next booth
command-previous-booth = Previous booth

## Exhibitors

command-import-exhibitors = Import exhibitors…
command-add-exhibitor = Add exhibitor…
command-edit-exhibitor = Edit exhibitor…
command-choose-logo = Choose logo…
command-remove-logo = Remove logo
command-delete-exhibitor = Delete exhibitor
command-place-exhibitor = Place on the selected booth
command-move-exhibitor = Move to another booth…
command-remove-exhibitor = Take off the booth
command-set-available = Make available
command-set-held = Hold
command-set-reserved = Mark as reserved
command-set-contracted = Mark as contracted
command-set-paid = Mark as paid
command-set-blocked = Block
command-unblock = Unblock

## Help

command-keys = Keyboard shortcuts
command-about = About Hallplan

## Tools

tool-select = Select
tool-booth = Booth
tool-polygon = Shape
tool-round = Round
tool-split = Split
tool-block = Block
tool-wall = Wall
tool-arrow = Arrow
tool-power = Power
tool-water = Water
tool-network = Network
tool-zone = Zone
tool-no-build = No build
tool-column = Column
tool-door = Door
tool-text = Text
tool-measure = Measure
tool-dimension = Dimension
tool-picture = Picture
tool-pan = Pan
tool-calibrate = Calibrate

## What the hint line says while a tool is chosen

## Why a command is not possible now

disabled-nothing-selected = Nothing is selected
disabled-select-two = Select at least two things first
disabled-select-three = Select at least three things first
disabled-select-rows = Select rows with an aisle between them first
disabled-no-booth-in-hall = There is no booth in this hall
disabled-nothing-renumbered = No booth has another number than when the show was opened
disabled-no-booths-to-merge = Select at least two booths
disabled-no-booth-selected = Select a booth first
disabled-no-exhibitor-selected = Select an exhibitor first
disabled-no-logo = Select an exhibitor with a logo first
disabled-nothing-to-undo = There is nothing to undo
disabled-nothing-to-redo = There is nothing to redo
disabled-no-comparison = No revisions of a map are being compared
disabled-no-map = This hall has no picture
disabled-no-drawing = No drawing (PDF, SVG, DXF, DWG) lies in this hall: insert one as hall map first
disabled-only-hall = The show needs at least one hall
disabled-not-booked = Nobody is on the selected booths

## Layers, groups, locks and whole halls

command-group = Group
command-ungroup = Ungroup
command-toggle-lock = Lock
command-move-to-layer = Move to layer…
command-add-layer = Add layer
command-move-to-hall = Move to hall…
command-duplicate-hall = Duplicate hall
command-mirror-hall-left-right = Mirror hall left to right
command-mirror-hall-top-bottom = Mirror hall top to bottom
disabled-one-thing = Select several things first
disabled-no-group = Nothing of what is selected is grouped
disabled-no-other-hall = There is no other hall

## Blocks

command-insert-row = Insert row…
command-insert-double-row = Insert double row…
command-insert-along-line = Insert block along a line…
command-insert-on-arc = Insert block on an arc…
command-insert-fill = Fill an area with booths…
command-select-block = Select block
command-break-up-block = Break up block
command-draw-row = Draw a row
command-draw-double-row = Draw a double row
command-draw-grid = Draw a grid of booths
command-draw-along-line = Draw booths along a line
command-draw-on-arc = Draw booths on an arc
command-draw-fill = Fill a floor with booths
