### Pourquoi quelque chose ne se fait pas, et que faire : des phrases entières.

## De quoi parle une phrase

list-and = {$before} et {$last}
subject-booth = Le stand {$number}
subject-some-booth = Un stand
subject-some-hall = Le hall
subject-some-layer = Le calque
subject-some-thing = Un élément
subject-some-category = La catégorie
subject-some-exhibitor = L'exposant
subject-some-picture = Un fond de plan
subject-booking-of-booths = {$count ->
    [one] La réservation du stand {$numbers}
   *[other] La réservation des stands {$numbers}
}
subject-booking-of-exhibitors = La réservation pour {$names}
subject-some-booking = Une réservation

## Pourquoi une modification est refusée

refusal-gone = Ce que vous vouliez modifier n'existe plus. Sélectionnez-le de nouveau.
refusal-booth-blocked = Le stand {$number} est bloqué : il n'est pas à vendre. Débloquez-le d'abord, ou choisissez un autre stand.
refusal-booth-taken = {$count ->
    [one] Le stand {$number} est pris par {$names}. Partagez-le, échangez les deux, ou remplacez {$names}.
   *[other] Le stand {$number} est pris par {$names}. Partagez-le, échangez les deux, ou remplacez-les.
}
refusal-booth-held = Le stand {$number} est en option. Libérez-le d'abord, ou échangez les deux.
refusal-already-there = {$exhibitor} est déjà sur le stand {$number}. Choisissez un autre stand.
refusal-nobody-there = Personne n'est sur le stand {$number}. Placez-y d'abord un exposant.
refusal-nothing-to-swap = {$exhibitor} n'a pas de stand à donner : il n'y a rien à échanger. Partagez plutôt le stand, ou remplacez son occupant.
refusal-block-booked = Le stand {$number} ne peut pas être bloqué : il est pris par {$names}. Libérez-le d'abord, ou déplacez sa réservation vers un autre stand.
refusal-block-held = Le stand {$number} ne peut pas être bloqué tant qu'il est en option. Libérez-le d'abord.
refusal-not-cut = Le stand {$number} ne peut pas être divisé ainsi : une partie serait trop petite ou en plusieurs morceaux. Divisez-le autrement.
refusal-apart = Ces stands ne se touchent pas le long d’un côté : ils ne forment pas un seul stand. Rapprochez-les d’abord.
refusal-hole = Ces stands entourent un espace qui n’appartient à aucun d’eux : ils ne forment pas un seul stand. Fusionnez-en moins.
refusal-merge-blocked = Le stand {$blocked} est bloqué et le stand {$booked} n’est pas libre : ils ne forment pas un seul stand. Débloquez l’un ou libérez l’autre d’abord.
refusal-last-main = Le stand {$number} a besoin d'un exposant principal, pas seulement de co-exposants. Désignez d'abord un autre exposant principal.
refusal-booth-locked = Le stand {$number} est verrouillé. Déverrouillez-le d'abord, ou le calque sur lequel il se trouve.
refusal-locked = {$count ->
    [one] Un objet verrouillé serait modifié. Déverrouillez-le d'abord, ou le calque sur lequel il se trouve.
   *[other] {$count} objets verrouillés seraient modifiés. Déverrouillez-les d'abord, ou les calques sur lesquels ils se trouvent.
}
refusal-no-such-booth = Il n'y a pas de stand {$number}. Vérifiez le numéro, ou dessinez d'abord le stand.

## Règles du plan qu'une modification ou un fichier enfreint

rule-number-taken = Il y a déjà un stand {$number}. Les numéros sont uniques dans le salon : choisissez-en un autre.
rule-number-taken-in = Il y a déjà un stand {$number}, dans « {$hall} ». Les numéros sont uniques dans le salon : choisissez-en un autre.
rule-exhibitor-name-taken = Il y a déjà un exposant {$name} du même pays. Choisissez un autre nom ou un autre pays.
rule-exhibitor-without-name = Un exposant a besoin d'un nom.
rule-hall-name-taken = Il y a déjà un hall « {$name} ». Choisissez un autre nom.
rule-hall-without-name = Un hall a besoin d'un nom.
rule-category-name-taken = Il y a déjà une catégorie « {$name} ». Choisissez un autre nom.
rule-category-without-name = Une catégorie a besoin d'un nom.
rule-booth-outline = {$booth} serait trop petit ou trop grand : ses côtés doivent avoir entre {$least} et {$most}.
rule-hall-outline = {$hall} serait trop petit ou trop grand : ses côtés doivent avoir entre {$least} et {$most}.
rule-structure-shape = Un élément dessiné doit avoir entre {$least} et {$most}, et un texte ou une zone doit dire quelque chose.
rule-map-placement = {$picture} doit avoir entre {$least} et {$most} de large.
rule-booth-without-hall = {$booth} se trouve dans un hall qui n'existe pas.
rule-structure-without-hall = Un mur, un poteau, une porte ou un texte se trouve dans un hall qui n'existe pas.
rule-map-without-hall = {$picture} se trouve sous un hall qui n'existe pas.
rule-booth-without-category = {$booth} a une catégorie qui n'existe pas.
rule-zone-without-category = Une zone donne à ses stands une catégorie qui n'existe pas.
rule-without-layer = {$thing} se trouve sur un calque qui n'existe pas.
rule-booth-without-block = {$booth} appartient à un bloc qui n'existe pas, ou qui se trouve dans un autre hall.
rule-block-without-hall = Un bloc se trouve dans un hall qui n'existe pas.
rule-block-pattern = Un bloc doit avoir entre 1 et {$rows} rangées et colonnes, et ses dimensions doivent être comprises entre {$least} et {$most}.
rule-layer-without-name = Un calque a besoin d'un nom.
rule-layer-name-taken = Il y a déjà un calque « {$name} ». Choisissez un autre nom.
rule-layer-in-use = {$layer} ne peut pas être supprimé tant que quelque chose s'y trouve. Déplacez d'abord son contenu vers un autre calque.
rule-block-in-use = Un bloc ne peut pas être supprimé tant que des stands en font partie.
rule-exhibitor-categories = {$exhibitor} a une catégorie qui n'existe pas, ou deux fois la même.
rule-booking-exhibitors = {$booking} a un exposant qui n'existe pas, ou deux fois le même.
rule-booking-booths = {$booking} a un stand qui n'existe pas, ou deux fois le même.
rule-booking-without-main = {$booking} a besoin d'un exposant principal, car c'est plus qu'une option.
rule-booked-twice = {$booth} ne peut avoir qu'une réservation. Partagez le stand, ou libérez-le d'abord.
rule-blocked-and-booked = {$booth} ne peut pas être à la fois bloqué et réservé. Débloquez-le, ou libérez-le d'abord.
rule-hall-in-use = {$hall} ne peut pas être supprimé tant qu'il s'y trouve quelque chose. Supprimez d'abord ce qui s'y trouve.
rule-category-in-use = {$category} ne peut pas être supprimée tant qu'un stand ou un exposant la porte. Donnez-leur d'abord une autre catégorie.
rule-exhibitor-in-use = {$exhibitor} ne peut pas être supprimé tant que sa réservation existe. Retirez-le d'abord de son stand.
rule-booth-in-use = {$booth} ne peut pas être supprimé tant qu'il a une réservation. Libérez-le d'abord.

## Pourquoi le fichier d'un salon ne s'ouvre pas : d'abord la cause, puis le remède

file-error-empty = {$file} est vide : il ne contient pas de salon. Ouvrez-en une autre copie.
file-error-not-a-plan = {$file} n'est pas un salon de Hallplan. Les listes d'exposants s'importent par le menu Exposants, les fonds de plan par le menu Insertion.
file-error-not-text = {$file} est endommagé : la ligne {NUMBER($line)} contient des octets qui ne sont pas du texte. Ouvrez une copie plus ancienne.
file-error-newer = {$file} a été enregistré par un Hallplan plus récent (version {NUMBER($found)} du fichier ; ce programme lit jusqu'à la version {NUMBER($newest)}). Il n'a pas été modifié. Installez le programme plus récent pour l'ouvrir.
file-error-syntax = {$file}, ligne {NUMBER($line)}, colonne {NUMBER($column)} : {$mistake}. Corrigez cette ligne dans un éditeur de texte, ou ouvrez une copie plus ancienne : {$excerpt}
file-error-id-twice = {$file}, ligne {NUMBER($line)} : l'identifiant {$id} s'y trouve deux fois. Donnez-en un autre au second enregistrement, ou ouvrez une copie plus ancienne.
file-error-picture-missing = {$file}, ligne {NUMBER($line)} : l'image {$picture} n'est pas dans le fichier. Ouvrez une copie plus ancienne, ou supprimez cette ligne.
file-error-logo-missing = {$file}, ligne {NUMBER($line)} : le logo de {$exhibitor} n'est pas dans le fichier. Ouvrez une copie plus ancienne, ou supprimez cette ligne.
file-error-logo-of-nobody = {$file}, ligne {NUMBER($line)} : ce logo n'appartient à aucun exposant du fichier. Supprimez cette ligne, ou ouvrez une copie plus ancienne.
file-error-picture-damaged = {$file}, ligne {NUMBER($line)} : l'image est endommagée. Ouvrez une copie plus ancienne.
file-error-rule = {$file}, ligne {NUMBER($line)} : {$rule} Corrigez cette ligne dans un éditeur de texte, ou ouvrez une copie plus ancienne.

## Ce qui ne va pas dans une ligne

mistake-end = le fichier finit trop tôt, il en manque une partie
mistake-line-end = il manque une partie de cette ligne
mistake-expected = on attend ici « {$sign} »
mistake-expected-text = on attend ici un texte entre guillemets
mistake-trailing = quelque chose suit la fin du salon
mistake-escape = une barre oblique inverse est suivie d'un signe qui n'a pas de sens
mistake-too-deep = trop de parenthèses dans des parenthèses
mistake-unknown-field = aucun champ ne s'appelle ici « {$word} »
mistake-unknown-word = « {$word} » n'a pas de sens ici
mistake-missing-field = le champ « {$word} » manque
mistake-field-twice = le champ « {$word} » s'y trouve deux fois
mistake-id = ce n'est pas un identifiant
mistake-length = ce n'est pas une longueur en mètres avec quatre décimales au plus
mistake-angle = ce n'est pas un angle en degrés avec trois décimales au plus
mistake-number = ce n'est pas un numéro de stand
mistake-date = ce n'est pas une date comme 2026-11-23
mistake-base64 = ce n'est pas une image en base64
mistake-value = cette valeur n'a pas sa place ici

## Un fichier abîmé dont une copie est ouverte : ce qui n’allait pas à une ligne, et ce qu’elle est devenue

damaged-title = {$file} est abîmé
damaged-hint = {$count ->
    [one] Ce qui peut en être lu est ouvert comme une copie, pas encore enregistrée ; {$file} n'a pas été modifié. Un point n'allait pas :
   *[other] Ce qui peut en être lu est ouvert comme une copie, pas encore enregistrée ; {$file} n'a pas été modifié. {$count} points n'allaient pas :
}
damaged-more = {$count ->
    [one] et un autre, dans la liste copiée
   *[other] et {$count} autres, dans la liste copiée
}
damaged-save = Enregistrer la copie…
damaged-is-kept = {$file} est le fichier abîmé, qui reste tel quel. Enregistrez la copie sous un autre nom.
damaged-copy-list = Copier la liste
finding-line = Ligne {NUMBER($line)} : {$why} {$remedy}
fault-not-a-plan = Ce n'est pas la première ligne d'un salon.
fault-not-text = Elle contient des octets qui ne sont pas du texte.
fault-syntax = {$mistake}.
fault-id-twice = L'identifiant {$id} y est deux fois.
fault-picture-missing = L'image {$picture} n'est pas dans le fichier.
fault-logo-missing = Le logo de {$exhibitor} n'est pas dans le fichier.
fault-logo-of-nobody = Ce logo n'appartient à aucun exposant du fichier.
fault-picture-damaged = L'image est abîmée.
remedy-left-out = Laissé de côté.
remedy-once = Gardé une seule fois.
remedy-new-id = Gardé sous un autre identifiant.
remedy-named = Nouveau nom : « {$name} ».
remedy-numbered = Nouveau numéro : {$number}.
remedy-without = Gardé sans cela.
remedy-made = Recréé sous le nom « {$name} ».
remedy-outline-made = Son contour entoure désormais ce qui s'y trouve.
remedy-first-is-main = Son premier exposant est désormais le principal.
remedy-held = Optionné désormais, pour personne.
remedy-unblocked = Il n'est plus bloqué.

## Pourquoi une image ou une liste venue d'ailleurs n'est pas lue

read-error-this-file = ce fichier
read-error-not-a-picture = {$file} n'est ni une image ni un dessin : cela ressemble à {$kind}. Enregistrez le plan du hall en PDF, DWG, DXF, SVG, PNG ou JPEG et choisissez ce fichier.
read-error-not-a-sheet = {$file} n'est pas une liste : cela ressemble à {$kind}. Enregistrez la liste en XLSX, ODS ou CSV et choisissez ce fichier.
read-error-unsupported = {$file} ressemble à {$kind}, que cette version ne lit pas encore. Enregistrez-le en PNG ou JPEG et choisissez ce fichier.
read-error-picture-too-large = {$file} a {NUMBER($width)} × {NUMBER($height)} pixels, c'est trop pour être lu. Réduisez-le dans un programme d'images ; {NUMBER($enough)} de chaque côté suffisent largement.
read-error-file-too-large = {$file} fait {$size} ; on lit {$most} au plus. Réduisez-le d'abord.
read-error-truncated = {$file} s'arrête au milieu : il n'a pas été copié en entier. Redemandez-le.
read-error-damaged = {$file} est endommagé et ne peut pas être lu ({$detail}). Redemandez-le, ou enregistrez-le à nouveau dans le programme qui l'a fait.
read-error-password = {$file} est protégé par un mot de passe. Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le, puis importez-le de nouveau.
read-error-empty = Il n'y a rien dans {$file}. Choisissez un autre fichier.
read-error-too-many-cells = {$file} a plus de {NUMBER($most)} cellules. Ne gardez que la feuille de la liste, puis importez-la de nouveau.
read-error-too-many-elements = {$file} dessine plus de {NUMBER($most)} éléments. Demandez au lieu un plan des halls seuls, ou supprimez dans un logiciel de CAO ce qui ne sert pas.
read-error-cell-too-long = {$file}, ligne {NUMBER($line)}, colonne {NUMBER($column)} : cette cellule est trop longue pour une liste. Raccourcissez-la, puis importez de nouveau la liste.
read-error-cell-too-long-in-sheet = {$file}, feuille {$sheet}, ligne {NUMBER($line)}, colonne {NUMBER($column)} : cette cellule est trop longue pour une liste. Raccourcissez-la, puis importez de nouveau la liste.
read-error-too-slow = La lecture de {$file} a pris plus de {NUMBER($seconds)} secondes et a été arrêtée. Réduisez le fichier, ou enregistrez-le à nouveau dans le programme qui l'a fait.
read-error-too-much-memory = La lecture de {$file} a pris trop de mémoire et a été arrêtée. Réduisez le fichier, ou enregistrez-le à nouveau dans le programme qui l'a fait.
read-error-worker-died = {$file} ne peut pas être lu : la lecture a échoué ({$detail}). Enregistrez-le à nouveau dans le programme qui l'a fait.
read-error-cancelled = La lecture de {$file} a été abandonnée. Rien n'est modifié.
read-error-no-worker = {$file} ne peut pas être lu : le programme n'a pas pu lancer son assistant ({$detail}). Relancez Hallplan.

## À quoi ressemble un fichier, au milieu d'une phrase

kind-picture = une image ({$format})
kind-drawing = un dessin ({$format})
kind-pdf = un document PDF
kind-workbook = un classeur ({$format})
kind-protected-office = un fichier Office avec mot de passe
kind-other-office = un fichier Office qui n'est pas un classeur
kind-zip = une archive ZIP
kind-markup = une page web ou du XML
kind-data = des données ({$format})
kind-text = du texte brut
kind-unknown = un fichier d'un genre inconnu
