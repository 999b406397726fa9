### La fenêtre : volets, barre d'état, propriétés.

## État d'un stand

status-available = Libre
status-held = En option
status-reserved = Réservé
status-contracted = Confirmé
status-paid = Payé
status-blocked = Bloqué

# Une lettre chacun, dans le coin d'un stand.
status-letter-held = O
status-letter-reserved = R
status-letter-contracted = C
status-letter-paid = P

## Réservations

stage-held-until = En option jusqu'au {$date}
role-main = Exposant principal
role-co = Co-exposant

## Occupation

occupancy-line = {$filled ->
    [one] {$filled} emplacement occupé sur {NUMBER($sellable)}
   *[other] {$filled} emplacements occupés sur {NUMBER($sellable)}
}
occupancy-none = Aucun stand à vendre
occupancy-line-percent = {$filled ->
    [one] {$filled} emplacement occupé sur {NUMBER($sellable)} ({$percent})
   *[other] {$filled} emplacements occupés sur {NUMBER($sellable)} ({$percent})
}
occupancy-area = {$filled} sur {$sellable}
filled-of = {NUMBER($filled)} / {NUMBER($sellable)}
hall-tab = {$hall} {NUMBER($filled)}/{NUMBER($sellable)}
hall-tab-spoken = {$hall}, {$filled ->
    [one] {$filled} emplacement occupé sur {NUMBER($sellable)}
   *[other] {$filled} emplacements occupés sur {NUMBER($sellable)}
}

## Noms des stands

booth-name = Stand {$number}
booth-name-and = Stand {$number}, {$what}
booth-full-name = Stand {$number}, {$exhibitors}, {$status}

## Volet des exposants

exhibitors-title = Exposants
exhibitors-count = {$count ->
    [one] {$count} exposant
   *[other] {$count} exposants
}
exhibitors-search = Chercher un exposant
exhibitors-filter-to-place = À placer
exhibitors-filter-placed = Placés
exhibitors-filter-all = Tous
exhibitors-add = Ajouter
exhibitors-import = Importer…
exhibitors-empty = Pas encore d'exposants
exhibitors-empty-hint = Importez la liste que vous avez dans un tableur, ou ajoutez le premier exposant.
exhibitors-none-found = Aucun exposant ne s'appelle « {$query} »
exhibitors-none-found-to-place = Personne sans stand ne s'appelle « {$query} »
exhibitors-none-found-placed = Personne avec un stand ne s'appelle « {$query} »
exhibitors-none-placed = Aucun exposant n'a encore de stand
exhibitors-found-elsewhere = {$count ->
    [one] En voir un parmi tous
   *[other] En voir {$count} parmi tous
}
exhibitors-all-placed = Tous les exposants ont un stand
exhibitors-drag-hint = Glissez un nom sur un stand, ou tapez Entrée pour le placer sur le stand sélectionné.

## Propriétés

inspector-nothing = Rien n'est sélectionné
inspector-nothing-hint = Cliquez sur un stand pour le voir et le modifier, ou dessinez-en un avec l'outil Stand.
inspector-booths = {$count ->
    [one] {$count} stand
   *[other] {$count} stands
}
inspector-mixed = Plusieurs valeurs
field-number = Numéro
field-exhibitor = Exposant
field-co-exhibitors = Co-exposants
field-status = État
field-held-until = En option jusqu'au
field-width = Largeur
field-width-each = Largeur (chacun)
field-depth = Profondeur
field-height = Hauteur
field-grid-step = D'une ligne à l'autre
field-aisle-direction = Les allées vont
aisles-across = en largeur, entre des rangées superposées
aisles-down = en profondeur, entre des rangées côte à côte
field-x = X
field-y = Y
field-rotation = Rotation
field-area = Surface
field-category = Catégorie
field-categories = Catégories
field-notes = Notes
field-name = Nom
field-country = Pays
field-hall = Hall
field-edition = Édition
field-text = Texte
field-diameter = Diamètre
field-notch-width = Largeur du creux
field-notch-depth = Profondeur du creux
field-parts = Parts
field-direction = Disposition des parts
field-keep-number = Numéro conservé
field-rows = Rangées
field-columns = Colonnes
field-aisle = Allée
field-first-number = Premier numéro
field-contact = Contact
field-end-x = X de l'autre bout
field-end-y = Y de l'autre bout
field-thickness = Épaisseur
field-door-kind = Genre de porte
door-kind-entrance = Entrée
door-kind-exit = Sortie
door-kind-service = Porte de service
choose-exhibitor = Choisir un exposant…
add-co-exhibitor = Ajouter un co-exposant
nobody = Personne

## Dépôt d'un exposant sur un stand pris

drop-question = {$booth} est pris par {$current}. Que faire de {$exhibitor} ?
drop-share = Partager le stand
drop-swap = Échanger les deux
drop-replace = Remplacer {$current}

## Le plan

canvas-name = Plan du hall
canvas-empty = Ce hall est vide
canvas-empty-hint = Placez le plan du hall en fond, ou dessinez le premier bloc de stands.
legend-title = Légende
colour-by-now = Couleur selon : {$what}
legend-fold = Replier la légende
legend-unfold = Déplier la légende
legend-more = {$count ->
    [one] {$count} autre n’a pas de place ici
   *[other] {$count} autres n’ont pas de place ici
}
block-preview = {NUMBER($rows)} × {NUMBER($columns)} = {$count ->
    [one] {$count} stand
   *[other] {$count} stands
}
size-preview = {$width} × {$depth}

## Étalonnage

calibrate-title = Échelle du fond de plan
calibrate-line-length = Longueur de la ligne tracée
calibrate-picture-width = Largeur de l'image entière
calibrate-paper-scale = Échelle du papier, 1 sur
calibrate-hall-size = Hall
calibrate-hall-stays = Garde sa taille
calibrate-hall-as-picture = Aussi grand que l'image

## Boutons

button-ok = OK
button-cancel = Annuler
button-close = Fermer
button-print = Imprimer

## Palette de commandes

palette-open-recent = Ouvrir un fichier récent : {$file}
palette-search = Chercher une commande
palette-none-found = Aucune commande de ce nom

## Unités

unit-bytes = octets
unit-kilobytes = ko
unit-megabytes = Mo
unit-gigabytes = Go
unit-square-feet = pi²

## Noms donnés par le programme

new-show = Nouveau salon
hall-numbered = Hall {NUMBER($number)}

## Calques

heading-layers = Calques
layer-count = {$count ->
    [0] vide
    [one] un objet
   *[other] {$count} objets
}
layer-hidden-count = {$booths ->
    [0] masqué
    [one] masqué, un stand compté
   *[other] masqué, {$booths} stands comptés
}
layer-spoken = Calque {$layer}, {$state}
layer-draw-here = Dessiner sur {$layer}
layer-show = Afficher {$layer}
layer-hide = Masquer {$layer}
layer-lock = Verrouiller {$layer}
layer-unlock = Déverrouiller {$layer}
layer-remove = Supprimer {$layer} ; ses objets vont sur le calque de base
selection-lock = Verrouillé
selection-locked-by-layer = Verrouillé par son calque

## Ce qu'apportent les arrivées, et les couleurs au choix

utility-power = Électricité
utility-water = Eau
utility-network = Réseau
tint-blue = Bleu
tint-teal = Turquoise
tint-green = Vert
tint-lime = Vert clair
tint-yellow = Jaune
tint-orange = Orange
tint-red = Rouge
tint-pink = Rose
tint-purple = Violet
tint-brown = Brun
field-utility-kind = Nature
field-colour = Couleur
field-zone-category = Catégorie de ses stands
field-corners = Angles
field-offset = Écart
field-open-sides = Faces ouvertes
# Les faces ouvertes d'après ce qui entoure le stand, ou fixées par l'organisateur.
open-sides-derived = {$sides}, déduit
open-sides-fixed = {$sides}, fixé
heading-zones = Zones

## Les blocs

field-gap = Écart
field-cross-aisles = Allée transversale après
field-back-to-back = Disposition
field-radius = Rayon
field-start-angle = Commence à
field-sweep = Ouverture
heading-block = Bloc
block-kind-row = Rangée
block-kind-double-row = Double rangée
block-kind-grid = Grille
block-kind-line = Le long d'une ligne
block-kind-arc = Arc
block-kind-fill = Remplir
block-other-side = Autre côté
block-tool-title = Nouveau bloc
count-booths = {$count ->
    [one] {$count} stand
   *[other] {$count} stands
}
block-cross-hint = Tant de stands, puis une allée à travers la rangée ; 0 pour aucune.
