### Ce que seule la fenêtre dit : touches, conseils, panneaux et boîtes de dialogue.

## Touches, telles que les menus les montrent

key-control = Ctrl
key-alt = Alt
key-shift = Maj
key-delete = Suppr
key-insert = Inser
key-enter = Entrée
key-escape = Échap
key-home = Début
key-page-up = Page préc.
key-page-down = Page suiv.
keys-on-the-hall = Sur le hall

## Ce que dit l'outil en main

hint-select = Cliquez pour sélectionner, glissez pour déplacer, glissez sur le sol pour en sélectionner plusieurs.
hint-moving = Relâchez pour poser ici. Maj garde la direction, Ctrl ou Alt suspend le magnétisme.
hint-resizing = Relâchez pour garder cette taille. Maj garde les proportions.
hint-rotating = Tourne par pas de 15 degrés ; Ctrl ou Alt tourne librement.
hint-marquee = Tout ce que le cadre touche est sélectionné ; Maj ajoute à la sélection.
hint-booth = Cliquez pour poser un stand de la taille habituelle, glissez pour en dessiner un.
hint-drawing-booth = Relâchez pour créer le stand. Maj le rend carré.
hint-polygon = Cliquez pour poser le premier coin d’un stand de forme libre.
hint-drawing-polygon = Cliquez pour poser le coin suivant. Maj garde les angles droits, Retour arrière reprend le dernier coin.
hint-closing-polygon = Cliquez sur le premier coin pour fermer la forme, ou appuyez sur Entrée. Maj garde les angles droits, Retour arrière reprend le dernier coin.
hint-polygon-crosses = Les côtés d’un stand ne doivent ni se croiser ni se toucher.
hint-corner = Relâchez pour poser le coin ici ; sur le suivant, il disparaît. Maj garde une direction, ou déplace tout le côté.
hint-round = Cliquez pour poser un stand rond de la taille habituelle, glissez pour en dessiner un.
hint-split = Glissez une ligne à travers le stand à diviser.
hint-splitting = Relâchez pour diviser. Maj suit les directions du stand, Ctrl ou Alt suspend le magnétisme.
hint-no-booth-here = Glissez la ligne à travers un stand.
hint-no-parts = Glissez la ligne à travers le stand : une partie serait trop petite.
hint-block = Glissez sur la surface que le bloc doit prendre ; Maj tourne ses rangées.
hint-drawing-block = Relâchez pour créer le bloc.
hint-wall = Glissez d'un bout du mur à l'autre ; Maj garde des pas de 45 degrés.
hint-zone = Glissez sur le sol de la zone, ou cliquez angle par angle.
hint-no-build = Glissez sur le sol où aucun stand ne peut être monté, ou cliquez angle par angle.
hint-hall-outline = Glissez un angle du hall, ou un côté pour un nouvel angle ; un double clic retire un angle. À côté, glissez ou cliquez pour dessiner un autre contour.
hint-drawing-area = Cliquez à l'angle suivant. Un clic sur le premier, un double clic ou Entrée ferme la forme ; Maj garde des pas de 45 degrés.
hint-wall-goes-on = Cliquez à l'angle suivant. Un double clic, Entrée ou Échap termine le mur ; un nombre saisi donne sa longueur.
hint-arrow = Glissez du départ de la flèche jusqu'à sa pointe, ou cliquez aux deux bouts.
hint-utility = Cliquez à l'endroit de l'arrivée ; son numéro suit le dernier de sa nature.
hint-column = Cliquez pour poser un poteau de la taille habituelle, glissez pour en dessiner un.
hint-door = Cliquez sur le contour du hall ou sur un mur.
hint-no-wall-here = Il n'y a pas de mur ici. Cliquez sur le contour du hall ou sur un mur.
hint-text = Cliquez là où vont les mots.
hint-measure = Glissez le long d'une ligne pour la mesurer, ou cliquez de point en point pour mesurer un parcours.
hint-measuring = Continuez à cliquer ; un double-clic termine, un clic sur le premier point ferme et donne la surface. Maj garde des pas de 45 degrés.
hint-dimension = Cliquez aux deux extrémités de ce que la cote mesure.
hint-dimension-line = Cliquez là où la ligne de cote est tracée.
hint-pivot = Glissez le point autour duquel la sélection tourne ; un clic sur la poignée le retire.
hint-align-map = Cliquez un point du fond de plan que vous retrouvez sur le plan. Il s'accroche aux lignes du fond.
hint-aligning-map = Cliquez l'endroit où ce point doit être.
hint-align-map-second = Cliquez un second point du fond de plan, loin du premier. Entrée le laisse ainsi, Retour arrière revient.
hint-aligning-map-second = Cliquez l'endroit où le second point doit être. Maj garde l'échelle.
hint-map-locked = Ce fond de plan est verrouillé. Déverrouillez-le d'abord.
hint-crop-map = Glissez les bords de la partie visible, ou tracez un rectangle. Un double clic montre tout.
hint-cropping-map = Relâchez pour ne montrer que cette partie.
hint-calibrate = Glissez le long de quelque chose dont vous connaissez la longueur sur l'image.
hint-no-picture-here = Il n'y a pas d'image ici. Glissez le long de quelque chose sur l'image.
hint-path = Cliquez le long des stands dans l'ordre de leurs numéros, ou tracez bouton enfoncé.
hint-drawing-path = Cliquez pour le sommet suivant, double-cliquez pour finir ; Maj garde les pas de 45 degrés.
hint-pan = Glissez pour déplacer la vue.
guide-aisle = allée {$width}

## Barre d'état

snap-state = pas de {$step}
snap-off = sans magnétisme

## Exposants

exhibitor-spoken = {$name}, {$booths}

## Inspecteur

inspector-title = {$what} : {$which}
things-selected = {$count ->
    [one] {$count} élément
   *[other] {$count} éléments
}
add-exhibitor-here = Partager avec un autre exposant…
make-co-exhibitor = En faire un co-exposant
make-main-exhibitor = En faire un exposant principal
date-hint = 2026-03-14
heading-hall-picture = Image du hall
field-fade = Estompé
map-in-front = Devant les stands
map-show-all = Tout montrer
map-keep-scale = Le calage garde l'échelle
field-page = Page
map-page-numbered = Page {$number}
map-page-named = {$number} : {$name}
map-size-unknown = de taille inconnue
map-size-on-paper = {$width} × {$height} mm sur papier
map-size-in-truth = {$width} × {$depth} (dessiné en {$unit})
map-scale-of-file = À l'échelle vraie du fichier.
map-scale-of-paper = À l'échelle du papier, 1 pour {$times}.
map-scale-measured = À une échelle mesurée.
map-layers = Calques du fond de plan : {$shown} sur {$count} visibles
map-layers-all = Tout montrer
map-layers-none = Tout masquer
map-layers-search = Chercher un calque
compare-title = Comparer les révisions
compare-files = {$old} a été remplacé par {$new}.
compare-blinking = En alternance
compare-overlaid = Superposées
compare-old = Ancienne
compare-new = Nouvelle
compare-overlaid-hint = Rouge : seulement dans l'ancienne. Bleu : seulement dans la nouvelle. Violet : dans les deux.
compare-key-hint = {$key} montre l'autre et arrête l'alternance.
compare-keep-new = Garder la nouvelle
compare-back-to-old = Revenir à l'ancienne
picture-pixels = {$width} × {$height} pixels
picture-not-calibrated = Sa taille réelle n'est pas encore connue : étalonnez-la.
calibrate-draw-line = Tracer une ligne plutôt…

## Quelqu'un arrive sur un stand

drop-has-booth = {$exhibitor} est déjà sur {$booth}. Faut-il le déplacer, ou lui donner aussi ce stand ?
drop-share-as-co = Le partager comme co-exposant
drop-move = Le déplacer ici
drop-add-booth = Lui donner aussi ce stand

## Fichiers

ask-open-plan = Ouvrir un salon
ask-save-plan = Enregistrer le salon
ask-open-map = Mettre un fond de plan sous le hall
ask-open-list = Importer des exposants
ask-export-stand-list = Enregistrer la liste des stands
ask-export-renumbered = Enregistrer la liste des stands renumérotés
ask-export-halls = Exporter le plan
file-kind-stand-list = Listes des stands
file-kind-renumbered = Listes
file-kind-drawing = Dessins
button-save = Enregistrer
button-open = Ouvrir
field-file-name = Nom du fichier
folder-up = Dossier supérieur
folder-home = Mes documents
file-is-there = {$file} existe déjà. Choisissez un autre nom, ou remplacez-le.
file-replace = Remplacer

## Importation

import-title = Importer des exposants : {$file}
import-button = Importer
import-no-names = Indiquez quelle colonne contient les noms des exposants.
import-sheet = Feuille
import-has-titles = La première ligne contient les titres
import-columns-hint = Le contenu de chaque colonne a été trouvé d'après son titre ou ses valeurs. Corrigez-le s'il est faux.
import-column = Colonne {NUMBER($number)}
import-done = La liste est importée

## Liste des stands

stand-list-title = Liste des stands pour l'accueil
stand-list-save-pdf = Enregistrer en PDF…
stand-list-save-csv = Enregistrer en CSV…
stand-list-sort = Ordre
stand-list-sort-name = Par exposant
stand-list-sort-number = Par numéro
stand-list-all-halls = Tous les halls
stand-list-paper = Papier
stand-list-file = Fichier
stand-list-printer = Imprimante
stand-list-copies = Exemplaires
page-previous = Page précédente
page-next = Page suivante

## À propos

about-version = Version {$version}
about-words = Dessine les stands d'un salon sur le plan de ses halls, y place les exposants, montre le taux de remplissage et imprime la liste des stands. Fonctionne sans réseau, avec un fichier par salon.
about-fonts = Composé en Inter, avec les icônes Material Symbols.

## Numéroter les stands

numbering-title = Numéroter les stands
numbering-of-hall = {$count ->
    [one] Le seul stand de {$hall}
   *[other] Les {$count} stands de {$hall}
}
numbering-of-selection = {$count ->
    [one] Un stand est sélectionné
   *[other] {$count} stands sont sélectionnés
}
numbering-preset = Modèle
numbering-own = Le vôtre
numbering-preset-rows = Rangée par rangée : 1, 2, 3
numbering-preset-snake = Serpentin : aller et retour
numbering-preset-odd-even = Côtés pair et impair
numbering-preset-hundreds = Allées par centaine : 101, 102
numbering-preset-letters = Allées par lettre : A01, A02
numbering-prefix = Avant le numéro
numbering-suffix = Après
numbering-start = Premier n°
numbering-step = Pas
numbering-digits = Chiffres
numbering-corner = Commencer
numbering-left-top = Depuis le coin en haut à gauche
numbering-right-top = Depuis le coin en haut à droite
numbering-left-bottom = Depuis le coin en bas à gauche
numbering-right-bottom = Depuis le coin en bas à droite
numbering-along = Le long des
numbering-rows = Rangées
numbering-columns = Colonnes
numbering-snake = Aller et retour, en serpentin
numbering-pairs = Rangées qui vont ensemble
numbering-facing = Face à face, sur une allée
numbering-back-to-back = Dos à dos, une double rangée
numbering-sides = Leurs deux côtés
numbering-sides-of-path = Les deux côtés du tracé
numbering-sides-plain = L'un après l'autre
numbering-sides-odd-even = Numéros pairs et impairs
numbering-by-aisle = D'une paire à l'autre
numbering-through = La numérotation continue
numbering-hundreds = Une autre centaine
numbering-letters = Une autre lettre
numbering-path = Numéroter le long d'un tracé…
numbering-path-again = Retracer…
numbering-forget-path = Sans tracé
numbering-only-along-path = Seulement les stands le long du tracé
numbering-skip-taken = Sauter les numéros d'autres stands
# Une ligne du tableau, telle que la dit un lecteur d'écran.
numbering-row = {$old} devient {$new}
numbering-too-long = Un numéro dépasserait 32 caractères
numbering-clash = {$count ->
    [one] Un autre stand a le numéro {$list}
   *[other] D'autres stands ont {$count} de ces numéros : {$list}
}
numbering-confirm = {$count ->
    [0] Rien à renuméroter
    [one] Renuméroter un stand
   *[other] Renuméroter {$count} stands
}

## Catégories

categories-title = Catégories
categories-none = Il n'y a pas encore de catégorie. Saisissez-en une ci-dessous, ou dans un stand, une zone ou un exposant.
categories-new = Nouvelle catégorie
categories-colour = Couleur de {$category}
categories-automatic = Automatique
categories-delete = Supprimer {$category}
category-used-zones = {$count ->
    [one] {$count} zone
   *[other] {$count} zones
}
category-used-booths = {$count ->
    [one] {$count} stand
   *[other] {$count} stands
}
category-used-exhibitors = {$count ->
    [one] {$count} exposant
   *[other] {$count} exposants
}
category-unused = inutilisée
# Les autres outils d'une place de la barre.
rail-more = Plus : {$tools}
ask-replace-map = Choisir la révision du fond de plan
ask-open-picture = Insérer une image
ask-open-logo = Choisir un logo
logo-of = Logo de {$exhibitor}

## Les blocs

hint-block-line = Cliquez là où commencent les façades et à chaque coude, ou tracez une ligne droite. Les stands se placent à droite du trait.
hint-drawing-block-line = Cliquez le coude suivant ; un double clic ou Entrée crée le bloc, Retour arrière retire un point.
hint-block-arc = Cliquez les deux extrémités de l'arc, puis un point par lequel il passe.
hint-drawing-block-arc = Cliquez un point par lequel passe l'arc.
hint-block-fill = Cliquez une zone pour la remplir, tracez un cadre, ou cliquez les coins du sol. Maj dessine dans une zone.
hint-drawing-block-fill = Un clic remplit ; un double clic, Entrée ou un clic sur le premier coin ferme le contour.
hint-resizing-block = Glissez : des stands s'ajoutent ou disparaissent. Les stands réservés restent en place.
