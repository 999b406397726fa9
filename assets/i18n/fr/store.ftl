### Ce qui a échoué sur le disque : une phrase qui dit quoi, et une qui dit pourquoi et comment continuer.

store-reading = {$file} ne peut pas être lu.
store-writing = {$file} ne peut pas être enregistré. Rien de ce qui s'y trouvait n'est modifié.
store-backing-up = La copie de sauvegarde {$file} ne peut pas être écrite, donc rien n'est enregistré. Rien de ce qui s'y trouvait n'est modifié.

## Pourquoi rien n'a pu être lu

store-read-not-found = Il n'est pas dans {$folder}. Cherchez-le dans un autre dossier, ou connectez le disque où il se trouve.
store-read-not-allowed = Vous n'avez pas le droit de le lire. Demandez à son propriétaire, ou ouvrez une copie.
store-read-folder = C'est un dossier. Choisissez un fichier qui s'y trouve.
store-read-not-a-file = C'est un périphérique et non un fichier. Choisissez un fichier.
store-read-too-large = Il dépasse {$most}. Vérifiez que c'est le bon fichier.
store-read-bad-name = Ce système n'accepte pas un tel nom. Choisissez un autre fichier.
store-read-again = Réessayez, ou ouvrez une copie.
store-read-other = Le système dit : « {$detail} ». Réessayez, ou ouvrez une copie.

## Pourquoi rien n'a pu être écrit

store-write-not-found = Le dossier {$folder} n'existe pas. Enregistrez dans un autre dossier.
store-write-not-allowed = Vous n'avez pas le droit d'écrire à cet endroit. Enregistrez dans un autre dossier.
store-write-read-only = Le fichier ou son disque est en lecture seule. Enregistrez sous un autre nom ou dans un autre dossier.
store-write-full = Le disque est plein. Faites de la place et enregistrez de nouveau, ou enregistrez sur un autre disque.
store-write-folder = Un dossier porte ce nom. Enregistrez sous un autre nom.
store-write-not-a-file = Un périphérique porte ce nom, et non un fichier. Enregistrez sous un autre nom.
store-write-bad-name = Ce système n'accepte pas un tel nom. Enregistrez sous un autre nom.
store-write-again = Réessayez, ou enregistrez dans un autre dossier.
store-write-other = Le système dit : « {$detail} ». Réessayez, ou enregistrez dans un autre dossier.
