### Les fichiers : ouvrir, enregistrer, images ; et les travaux qui durent.

## Travaux en cours

job-opening = Ouverture de {$file}…
job-saving = Enregistrement de {$file}…
job-reading-picture = Lecture du fond de plan…
job-reading-logos = Lecture des logos…
job-printing = Envoi à l'imprimante…

## Une fois fait

saved-as = Enregistré sous {$file}
exported-as = Écrit dans {$file}

## L'état du fichier, à côté de son nom

file-saved = enregistré
file-unsaved = non enregistré
file-untitled = Sans titre

## Modifications non enregistrées

unsaved-title = Enregistrer les modifications de {$file} ?
unsaved-hint = Sans enregistrement, les modifications faites depuis la dernière fois sont perdues.
unsaved-save = Enregistrer
unsaved-discard = Ne pas enregistrer

## Modifié par quelqu'un d'autre

changed-outside-title = {$file} a été modifié par quelqu'un d'autre
changed-outside-hint = Il a été enregistré ailleurs depuis que vous l'avez ouvert. Enregistrez le vôtre sous un autre nom, ou ouvrez l'autre.
changed-outside-overwrite = Le remplacer par le mien

## Genres de fichiers

file-kind-plan = Salons Hallplan
file-kind-picture = Images et dessins
file-kind-list = Listes d'exposants

## What was not saved when the program ended

job-looking-for-unsaved = recherche de modifications non enregistrées
recording-failed = Ce qui n’est pas enregistré ne peut plus être gardé en cas de panne : le disque refuse. Libérez de la place, et enregistrez souvent.
edit-recovered = Modifications récupérées
recovered = Tout est revenu dans {$file}, jusqu’à la dernière modification. Enregistrez pour le garder.
recover-title = Des modifications de {$show} ne sont pas enregistrées
recover-hint = Elles datent du {$when} et n’ont pas été enregistrées, car le programme s’est arrêté de façon inattendue.
recover-steps = {$count ->
    [one] La dernière modification :
   *[other] {$count} modifications, dont les dernières :
}
recover-main = Les récupérer
recover-discard = Les abandonner
recover-later = Décider plus tard

## Mistakes of the program

failed-title = Cela n’a pas pu être fait
failed-hint = Le programme a fait une erreur. Le plan est comme avant ; enregistrez-le, puis réessayez.
