### La ligne de commande : son aide, ses résultats, et ce qui ne va pas dans son emploi.

## Aide

cli-usage = Emploi :
cli-commands = Commandes{"\u00A0"}
cli-options = Arguments{"\u00A0"}
cli-about = Hallplan dessine les stands d'un salon, place ses exposants, montre son taux d'occupation et imprime la liste des stands. Sans commande, il ouvre sa fenêtre.
cli-about-occupancy = Montre l'occupation d'un salon, de ses halls et de ses catégories
cli-about-stand-list = Écrit la liste des stands pour l'accueil
cli-about-export = Dessine des halls dans un fichier
cli-about-import = Lit une liste d'exposants ou de stands dans un salon
cli-help = Montre cette aide
cli-version = Montre la version
cli-lang = La langue des messages et de ce qui est écrit, au lieu de celle du système
cli-units = Unités des longueurs : m (mètres) ou ft-in (pieds et pouces)
cli-file = Le fichier .hallplan du salon
cli-window-file = Le salon à ouvrir dans la fenêtre
cli-json = En JSON, pour d'autres programmes
cli-stand-list-out = Où elle est écrite : .pdf ou .csv
cli-sort = Par nom d'exposant (name, aussi sans cette option) ou par numéro de stand (number)
cli-stand-list-hall = Ce hall seulement
cli-paper = A4 (aussi sans cette option) ou US Letter
cli-export-hall = Ce hall seulement ; nécessaire pour .svg, .png et .dxf si le salon en a plusieurs
cli-colour-by = Ce que disent les couleurs des stands ; leur état sans cette option
cli-export-out = Où il est écrit : .pdf, .svg, .png ou .dxf
cli-import-file = Le fichier .hallplan du salon, ou - pour un nouveau salon
cli-exhibitors = Les exposants : CSV, XLSX ou ODS
cli-booths = Les stands : un CSV avec les colonnes numéro, x, y, largeur, profondeur, rotation et, au besoin, exposant, statut, catégorie ; en mètres, coin supérieur gauche, y vers le bas
cli-import-hall = Le hall où se trouvent les stands ; créé s'il n'existe pas
cli-map = Le plan d'un hall : PDF, DXF, DWG, SVG ou image
cli-map-page = La page du fichier ; la première sans cette option
cli-map-scale = L'échelle du plan quand son fichier ne dit pas sa taille : 1:200 pour un dessin sur papier, ou les millimètres que vaut un pixel d'une image, comme 12,5
cli-map-with-booths = Ajouter aussi les stands que montre le plan, avec leurs numéros et exposants, poteaux, murs et portes
cli-import-out = Où le salon est enregistré : .hallplan ; ce peut être FILE

## Résultats

cli-occupancy = {$name} : {$slots}, {$area}
cli-columns = Colonnes : {$columns}
cli-unreadable-letters = Certaines lettres de la liste n'ont pas pu être lues et figurent comme « � ». Enregistrez la liste en XLSX ou en CSV UTF-8, et importez-la à nouveau.
cli-map-placed = {$file} est dans {$hall}, {$width} × {$depth}, {$scale}.
cli-hall-made = {$hall} a été créé, aussi grand que son plan.
cli-scale-of-file = à l'échelle vraie du fichier ({$unit})
cli-scale-of-paper = à l'échelle du papier {$scale}
cli-scale-of-pixel = {$millimetres} mm par pixel

## Mauvais emploi

cli-missing = Il manque : {$argument}.
cli-missing-value = {$argument} demande une valeur.
cli-wrong-value = « {$value} » n'est pas une valeur pour {$argument}.
cli-conflict = {$argument} et {$other} ne vont pas ensemble.
cli-twice = {$argument} figure deux fois.
cli-unknown = « {$argument} » n'est pas compris ici.
cli-not-understood = Ceci n'est pas compris.
cli-see-help = Voir {$command}.
cli-wrong-ending = {$file} ne peut pas être écrit : son nom doit se terminer par {$endings}.
cli-which-hall = {$file} ne peut montrer qu'un hall. Choisissez-le avec --hall : {$halls}.
cli-unknown-hall = Il n'y a pas de hall « {$hall} ». Choisissez-en un avec --hall : {$halls}.
cli-needs-paper-scale = {$file} dit la taille de son papier, non celle du hall. Donnez l'échelle du dessin, par exemple : --scale 1:200
cli-needs-size-of-pixel = {$file} ne dit pas sa taille. Donnez les millimètres que vaut un de ses pixels, par exemple : --scale 12,5
cli-scale-is-known = {$file} dit lui-même sa taille. Retirez --scale.

## Ce qui n'a pas pu être fait

cli-nothing-called = {$name} n’est ni un fichier ni une commande. hallplan --help donne la liste des commandes.
cli-no-display = Il n'y a pas d'écran où ouvrir la fenêtre. Sans écran, dessinez les halls avec : hallplan export FILE -o plan.pdf
cli-no-window = La fenêtre ne peut pas être ouverte ({$detail}). Sans elle, dessinez les halls avec : hallplan export FILE -o plan.pdf
cli-no-output = Le résultat ne peut pas être écrit : {$detail}. Faites de la place, ou envoyez-le ailleurs.
cli-not-a-plan = {$file} n'est pas un salon Hallplan. Une liste se lit dans un nouveau salon avec : hallplan import - --exhibitors LIST -o salon.hallplan
cli-no-hall = Il n'y a pas de hall dans {$file}, donc rien à dessiner. Ajoutez-en un dans la fenêtre, ou avec : hallplan import FILE --booths BOOTHS --hall NAME -o OUT.hallplan
cli-no-names = {$file} : aucune colonne ne contient de noms d'exposants. Donnez-lui le titre « Nom » ou « Société » dans la première ligne.
cli-changed-outside = {$file} a été modifié entre-temps par quelqu'un d'autre et reste tel quel. Recommencez.
cli-stopped = Le travail a été arrêté avant la fin. Recommencez.
cli-about-file = {$file} : {$words}
