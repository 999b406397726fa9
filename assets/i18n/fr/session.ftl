### What the program says of itself while it runs: notices, work going on, questions.

needs-hall = Ajoutez d'abord un hall : Insertion, Ajouter un hall…

## Work going on

job-stand-list = Mise en page de la liste des stands…
job-printers = Recherche des imprimantes…

## What came of it

cannot-open = {$file} n'a pas pu être ouvert
cannot-save = {$file} n'a pas pu être enregistré
cannot-print = La liste n'a pas pu être imprimée
# Characters that no font of this computer has.
saved-without-letters = {$file} est enregistré, mais cet ordinateur n'a pas de caractères pour : {$letters}. Installez une police qui les contient, puis enregistrez de nouveau.
no-printer = Aucune imprimante n'a été trouvée. La liste s'ouvre en PDF : imprimez-la de là.
numbers-given = {$count ->
    [one] Un numéro était pris et change : {$list}
   *[other] {$count} numéros étaient pris et changent : {$list}
}
booths-renumbered = {$count ->
    [one] Un stand renuméroté
   *[other] {$count} stands renumérotés
}
save-the-list = Enregistrer la liste…
renumbered-file-name = stands renumérotés
stand-list-file-name = liste des stands

## Pictures under a hall

calibrate-next = Le plan est sous le hall. Donnez-lui maintenant sa vraie taille : saisissez sa largeur ou son échelle, ou tracez une ligne de longueur connue.
nothing-to-paste = Il n'y a rien à coller
no-picture-on-clipboard = Copiez des stands ici, ou une image dans un autre programme.
pasted-map-name = image collée
revision-is-the-same = {$file} est le fichier qui est déjà là.
true-scale = Échelle exacte, donnée par le fichier ({$unit}).
unit-millimetres = millimètres
unit-centimetres = centimètres
unit-decimetres = décimètres
unit-metres = mètres
unit-inches = pouces
unit-feet = pieds
unit-yards = yards
unit-other = une unité à lui

## A field that cannot be read

wrong-length = « {$field} » attend une longueur, par exemple 3, 2,5 m ou 8′ 6″
wrong-date = « {$field} » attend une date, par exemple 2026-03-14
wrong-angle = « {$field} » attend des degrés, par exemple 90
wrong-count = « {$field} » attend un nombre entier de 1 à 500
wrong-scale = « {$field} » attend un nombre entier, par exemple 200
wrong-number = « {$field} » attend un numéro de stand de 32 caractères au plus
wrong-empty = « {$field} » est vide

## Titles of forms

form-insert-l = Nouveau stand en L
form-insert-u = Nouveau stand en U
form-insert-round = Nouveau stand rond
form-split = {$count ->
    [one] Diviser un stand
   *[other] Diviser {$count} stands
}
form-merge = {$count ->
    [one] Fusionner un stand
   *[other] Fusionner {$count} stands
}
wrong-parts = Un stand se divise en 2 à {$most} parts.
wrong-notch = Le creux doit être plus petit que le stand.
split-side-by-side = Côte à côte
split-one-behind-the-other = L’une derrière l’autre
merge-keep-lowest = Le plus petit
merge-keep-highest = Le plus grand
merge-keep-first = Celui du stand sélectionné en premier
# Ce que sont devenus les stands divisés ou fusionnés.
split-done = {$count ->
    [one] Le stand {$numbers} est maintenant {$parts}.
   *[other] Les stands {$numbers} sont maintenant {$parts}.
}
split-done-booked = Les stands {$numbers} sont maintenant {$parts}. Toutes les parts restent à ceux qui avaient le stand.
split-done-with = {$count ->
    [one] Le stand {$numbers} est maintenant {$parts}. {$names} a toutes les parts.
   *[other] Le stand {$numbers} est maintenant {$parts}. {$names} ont toutes les parts.
}
merge-done = Les stands {$numbers} sont maintenant le stand {$number}.
merge-done-with = {$count ->
    [one] Les stands {$numbers} sont maintenant le stand {$number}. {$names} l’occupe : {$status}.
   *[other] Les stands {$numbers} sont maintenant le stand {$number}. {$names} le partagent : {$status}.
}
merge-raised = {$count ->
    [one] {$names} passe de « {$before} » à « {$after} ».
   *[other] {$names} passent de « {$before} » à « {$after} ».
}
merge-will = Les stands {$numbers} deviendront le stand {$number}.
merge-will-with = {$count ->
    [one] Les stands {$numbers} deviendront le stand {$number}. {$names} l’occupera : {$status}.
   *[other] Les stands {$numbers} deviendront le stand {$number}. {$names} le partageront : {$status}.
}
form-insert-booth = Nouveau stand
form-insert-block = Nouveau bloc de stands
form-insert-wall = Nouveau mur
form-insert-column = Nouveau poteau
form-insert-door = Nouvelle porte
form-insert-text = Nouveau texte
form-edit-structure = Modifier les mesures
form-add-hall = Nouveau hall
form-edit-hall = Hall
form-edit-show = Salon
form-grid-step = Pas de la grille
form-rotate-about = Pivoter autour d'un point
form-arrange-to-aisle = Disposer selon une largeur d'allée
form-add-exhibitor = Nouvel exposant
form-edit-exhibitor = Exposant
form-renumber = Numéro du stand
form-move-exhibitor = Déplacer vers le stand

## Files that could not be made

cannot-show-picture = Le plan du hall ne peut pas être affiché
cannot-draw-picture = Le plan du hall « {$hall} » ne peut pas être dessiné
cannot-draw-logo = Le logo de « {$exhibitor} » ne peut pas être dessiné
export-failed = Le fichier n'a pas pu être créé : {$detail}
export-which-hall = Un dessin de ce type contient un seul hall. Choisissez parmi : {$halls}
export-ending = Le nom du fichier doit finir par .pdf, .svg, .png ou .dxf

block-too-large = Un bloc contient au plus {NUMBER($most)} stands. Faites-en plusieurs.

## Calques et halls entiers

form-move-to-layer = Mettre sur un calque
form-move-to-hall = Déplacer vers un hall
field-layer = Calque
layer-base = Calque de base
layer-numbered = Calque {$number}
layer-closed = On ne peut rien dessiner sur « {$layer} » : ce calque est masqué ou verrouillé.
hall-duplicated = {$count ->
    [one] « {$hall} » a un stand : {$list}. Les réservations n'ont pas été copiées.
   *[other] « {$hall} » a {$count} stands : {$list}. Les réservations n'ont pas été copiées.
}
pictures-not-mirrored = Les images ont suivi le hall, mais ne sont pas retournées elles-mêmes.
blocks-broken-up = {$count ->
    [one] Un bloc n'a pas pu être retourné comme bloc : ses stands sont maintenant indépendants.
   *[other] {$count} blocs n'ont pas pu être retournés comme blocs : leurs stands sont maintenant indépendants.
}
moved-to-hall = Vers « {$hall} » : {$things}, exposants et réservations compris.

## Modèles

form-new-show = Nouveau salon
field-template = Partir de
template-empty = Hall vide
template-one-block = Un bloc : une double rangée de 20 stands
template-classic = Hall classique : 100 stands, murs, sorties
template-too-large = Il faut un sol d'au moins {$width} x {$depth}.

## Les blocs

form-insert-row = Nouvelle rangée de stands
form-insert-double-row = Nouvelle double rangée de stands
form-insert-along-line = Nouveau bloc le long d'une ligne
form-insert-on-arc = Nouveau bloc en arc
form-insert-fill = Remplir la zone sélectionnée ou le hall
block-no-room = Aucun stand de cette taille n'y a sa place.
disabled-no-block-selected = Sélectionnez d'abord un stand d'un bloc.
block-rows-single = Simples, une allée après chacune
block-rows-back-to-back = Par deux, dos à dos
block-kept-booths = {$count ->
    [one] {$list} reste en place, hors du bloc : ce stand est réservé, bloqué, verrouillé ou porte une note.
   *[other] {$count} stands restent en place, hors du bloc, car ils sont réservés, bloqués, verrouillés ou portent une note : {$list}
}
