### Les menus, les commandes et les outils. Les espaces avant : ; ! ? » sont tapées normalement : le programme les rend
### insécables ; de même ' devient ’.

## Menus

menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
# Dans le menu Affichage.
menu-colours = Couleur selon
menu-insert = Insertion
menu-arrange = Disposition
# Dans le menu Disposition.
menu-align = Aligner et répartir
menu-exhibitors = Exposants
menu-help = Aide

## Fichier

command-new = Nouveau
command-open = Ouvrir…
command-open-recent = Ouvrir un fichier récent
command-open-it-partners = Exemple : IT Partners 2022
command-open-techdays = Exemple : TechDays 2010
command-open-semaine = Exemple : Semaine du Numérique
command-open-devcom = Exemple : Dev'Com
command-save = Enregistrer
command-save-as = Enregistrer sous…
command-versions = Versions…
command-hall-map = Plan du hall…
command-paste-map = Plan du hall depuis le presse-papiers
command-stand-list = Liste des stands…
command-export-plan = Exporter le plan…
command-print = Imprimer…
command-show-properties = Salon…
command-quit = Quitter

## Édition

command-undo = Annuler
command-undo-named = Annuler : {$name}
command-redo = Rétablir
command-redo-named = Rétablir : {$name}
command-cut = Couper
command-copy = Copier
command-paste = Coller
command-duplicate = Dupliquer
command-delete = Supprimer
command-select-all = Tout sélectionner
command-select-none = Ne rien sélectionner
command-cancel = Abandonner le geste
command-palette = Chercher une commande…
command-find = Rechercher…
command-focus-inspector = Aller aux propriétés
command-focus-menus = Aller aux menus

## Affichage

command-zoom-in = Zoom avant
command-zoom-out = Zoom arrière
command-zoom-to-fit = Voir tout le hall
command-zoom-to-selection = Zoom sur la sélection
command-zoom-to-full-size = Zoom à 100 %
command-pan-left = Déplacer la vue à gauche
command-pan-right = Déplacer la vue à droite
command-pan-up = Déplacer la vue vers le haut
command-pan-down = Déplacer la vue vers le bas
command-next-hall = Hall suivant
command-previous-hall = Hall précédent
command-theme-light = Thème clair
command-theme-dark = Thème sombre
command-theme-system = Thème du système
command-language-english = English
command-language-french = Français
command-units-metres = Longueurs en mètres
command-units-feet = Longueurs en pieds et pouces
command-toggle-exhibitors = Volet des exposants
command-toggle-inspector = Volet des propriétés
command-toggle-legend = Légende
command-toggle-minimap = Vue d’ensemble
command-toggle-wheel-zoom = La molette zoome
command-colour-by-status = Couleur selon l’état
command-colour-by-category = Couleur selon la catégorie
command-colour-by-area = Couleur selon la surface
command-colour-by-open-sides = Couleur selon les faces ouvertes
command-colour-by-zone = Couleur selon la zone
command-toggle-grid = Grille
command-toggle-map = Fond de plan
command-toggle-snapping = Magnétisme
command-grid-step = Pas de la grille…

## Insertion

command-insert-booth = Insérer un stand…
command-insert-l = Insérer un stand en L…
command-insert-u = Insérer un stand en U…
command-insert-round = Insérer un stand rond…
command-insert-block = Insérer un bloc de stands…
command-insert-wall = Insérer un mur…
command-insert-column = Insérer un poteau…
command-insert-door = Insérer une porte…
command-insert-text = Insérer un texte…
command-insert-picture = Insérer une image…
command-categories = Catégories…
command-add-hall = Ajouter un hall…
command-hall-properties = Hall…
command-hall-outline = Modifier le contour du hall
command-delete-hall = Supprimer le hall
command-calibrate = Étalonner…
command-align-map = Caler le fond par deux points
command-crop-map = Rogner le fond
command-map-in-front = Fond de plan devant les stands
command-replace-map = Remplacer le fond de plan…
command-other-revision = Montrer l'autre révision du fond de plan
command-remove-map = Retirer le fond de plan
command-booths-from-drawing = Stands d'après le dessin…

## Disposition

command-rotate-right = Pivoter à droite
command-rotate-about = Pivoter autour d'un point…
command-mirror-left-right = Miroir gauche-droite
command-mirror-top-bottom = Miroir haut-bas
command-align-left = Aligner à gauche
command-align-centre = Aligner les centres
command-align-right = Aligner à droite
command-align-top = Aligner en haut
command-align-middle = Aligner les milieux
command-align-bottom = Aligner en bas
command-distribute-across = Espaces égaux horizontalement
command-distribute-down = Espaces égaux verticalement
command-distribute-centres-across = Distances égales des centres horizontalement
command-distribute-centres-down = Distances égales des centres verticalement
command-arrange-to-aisle = Disposer selon une largeur d'allée…
command-rotate-left = Pivoter à gauche
command-nudge-left = Décaler à gauche
command-nudge-right = Décaler à droite
command-nudge-up = Décaler vers le haut
command-nudge-down = Décaler vers le bas
command-number-booths = Numéroter les stands…
command-number-along-path = Numéroter le long d'un tracé…
command-renumbered-list = Liste des stands renumérotés…
command-split-booths = Diviser en parts égales…
command-merge-booths = Fusionner les stands…
command-cut-columns = Déduire les poteaux de la surface
command-renumber = Renuméroter…
command-sides-derived = Faces ouvertes : déduites
command-sides-enclosed = Faces ouvertes : enclavé
command-sides-inline = Faces ouvertes : en ligne
command-sides-corner = Faces ouvertes : angle
command-sides-peninsula = Faces ouvertes : tête d’îlot
command-sides-island = Faces ouvertes : îlot
command-extend-selection-left = Étendre la sélection à gauche
command-extend-selection-right = Étendre la sélection à droite
command-extend-selection-up = Étendre la sélection vers le haut
command-extend-selection-down = Étendre la sélection vers le bas
command-next-booth = Stand suivant
command-previous-booth = Stand précédent

## Exposants

command-import-exhibitors = Importer des exposants…
command-add-exhibitor = Ajouter un exposant…
command-edit-exhibitor = Modifier l'exposant…
command-choose-logo = Choisir un logo…
command-remove-logo = Retirer le logo
command-delete-exhibitor = Supprimer l'exposant
command-place-exhibitor = Placer sur le stand sélectionné
command-move-exhibitor = Déplacer vers un autre stand…
command-remove-exhibitor = Retirer du stand
command-set-available = Rendre libre
command-set-held = Mettre en option
command-set-reserved = Marquer réservé
command-set-contracted = Marquer confirmé
command-set-paid = Marquer payé
command-set-blocked = Bloquer
command-unblock = Débloquer

## Aide

command-keys = Raccourcis clavier
command-about = À propos de Hallplan

## Outils

tool-select = Sélection
tool-booth = Stand
tool-polygon = Forme
tool-round = Rond
tool-split = Diviser
tool-block = Bloc
tool-wall = Mur
tool-arrow = Flèche
tool-power = Courant
tool-water = Eau
tool-network = Réseau
tool-zone = Zone
tool-no-build = Neutralisé
tool-column = Poteau
tool-door = Porte
tool-text = Texte
tool-measure = Mesurer
tool-dimension = Cote
tool-picture = Image
tool-pan = Main
tool-calibrate = Étalonner

## Conseils des outils

## Pourquoi une commande est impossible

disabled-nothing-selected = Rien n'est sélectionné
disabled-select-two = Sélectionnez d'abord au moins deux éléments
disabled-select-three = Sélectionnez d'abord au moins trois éléments
disabled-select-rows = Sélectionnez d'abord des rangées séparées par une allée
disabled-no-booth-in-hall = Il n'y a pas de stand dans ce hall
disabled-nothing-renumbered = Aucun stand n'a changé de numéro depuis l'ouverture du salon
disabled-no-booths-to-merge = Sélectionnez au moins deux stands
disabled-no-booth-selected = Sélectionnez d'abord un stand
disabled-no-exhibitor-selected = Sélectionnez d'abord un exposant
disabled-no-logo = Sélectionnez d'abord un exposant qui a un logo
disabled-nothing-to-undo = Il n'y a rien à annuler
disabled-nothing-to-redo = Il n'y a rien à rétablir
disabled-no-comparison = Aucune révision de fond de plan n'est comparée
disabled-no-map = Ce hall n'a pas de fond de plan
disabled-no-drawing = Aucun dessin (PDF, SVG, DXF, DWG) dans ce hall : insérez-en d'abord un comme fond de plan
disabled-only-hall = Le salon a besoin d'au moins un hall
disabled-not-booked = Personne n'est sur les stands sélectionnés

## Calques, groupes, verrous et halls entiers

command-group = Grouper
command-ungroup = Dégrouper
command-toggle-lock = Verrouiller
command-move-to-layer = Mettre sur un calque…
command-add-layer = Ajouter un calque
command-move-to-hall = Déplacer vers un hall…
command-duplicate-hall = Dupliquer le hall
command-mirror-hall-left-right = Retourner le hall de gauche à droite
command-mirror-hall-top-bottom = Retourner le hall de haut en bas
disabled-one-thing = Sélectionnez d'abord plusieurs objets
disabled-no-group = Rien de ce qui est sélectionné n'est groupé
disabled-no-other-hall = Il n'y a pas d'autre hall

## Les blocs

command-insert-row = Insérer une rangée…
command-insert-double-row = Insérer une double rangée…
command-insert-along-line = Insérer un bloc le long d’une ligne…
command-insert-on-arc = Insérer un bloc en arc…
command-insert-fill = Remplir une surface de stands…
command-select-block = Sélectionner le bloc
command-break-up-block = Dissocier le bloc
command-draw-row = Dessiner une rangée
command-draw-double-row = Dessiner une double rangée
command-draw-grid = Dessiner une grille de stands
command-draw-along-line = Dessiner des stands le long d’une ligne
command-draw-on-arc = Dessiner des stands en arc
command-draw-fill = Remplir un sol de stands
