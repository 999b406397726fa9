### Pourquoi quelque chose ne se fait pas, et que faire : des phrases entières.

## De quoi parle une phrase

list-and = {$before} et {$last}
subject-booth = Le stand {$number}
subject-some-booth = Un stand
subject-some-hall = Le hall
subject-some-category = La catégorie
subject-some-exhibitor = L'exposant

## Pourquoi une modification est refusée

refusal-gone = Ce que vous vouliez modifier n'existe plus.
refusal-booth-blocked = Le stand {$number} est bloqué : il n'est pas à vendre. Débloquez-le d'abord.
refusal-booth-taken = Le stand {$number} est pris par {$names}. Partagez-le, échangez ou remplacez.
refusal-booth-held = Le stand {$number} est en option. Rendez-le libre d'abord, ou remplacez qui a l'option.
refusal-already-there = {$exhibitor} est déjà sur le stand {$number}.
refusal-nobody-there = Personne n'est sur le stand {$number}. Placez-y d'abord un exposant.
refusal-nothing-to-swap = {$exhibitor} n'a pas de stand à donner : il n'y a rien à échanger.
refusal-block-booked = Le stand {$number} ne peut pas être bloqué : {$names} le perdrait. Déplacez d'abord l'exposant vers un autre stand.
refusal-block-held = Le stand {$number} ne peut pas être bloqué tant qu'il est en option. Rendez-le libre d'abord.
refusal-last-main = Le stand {$number} a besoin d'un exposant principal, pas seulement de co-exposants.
refusal-no-such-booth = Il n'y a pas de stand {$number}.

## Règles du plan qu'une modification ou un fichier enfreint

rule-number-taken = Il y a déjà un stand {$number}. Les numéros sont uniques dans le salon.
rule-exhibitor-name-taken = Il y a déjà un exposant {$name} du même pays.
rule-exhibitor-without-name = Un exposant a besoin d'un nom.
rule-hall-name-taken = Il y a déjà un hall {$name}.
rule-hall-without-name = Un hall a besoin d'un nom.
rule-category-name-taken = Il y a déjà une catégorie {$name}.
rule-category-without-name = Une catégorie a besoin d'un nom.
rule-booth-outline = {$booth} serait trop petit ou trop grand : ses côtés doivent avoir entre {$least} et {$most}.
rule-hall-outline = {$hall} serait trop petit ou trop grand : ses côtés doivent avoir entre {$least} et {$most}.
rule-structure-shape = Un mur, un poteau, une porte ou un texte doit avoir entre {$least} et {$most}, et un texte doit dire quelque chose.
rule-map-placement = Un fond de plan doit avoir entre {$least} et {$most} de large.
rule-booth-without-hall = {$booth} se trouve dans un hall qui n'existe pas.
rule-structure-without-hall = Un mur, un poteau, une porte ou un texte se trouve dans un hall qui n'existe pas.
rule-map-without-hall = Un fond de plan se trouve sous un hall qui n'existe pas.
rule-booth-without-category = {$booth} a une catégorie qui n'existe pas.
rule-exhibitor-categories = {$exhibitor} a une catégorie qui n'existe pas, ou deux fois la même.
rule-booking-exhibitors = Une réservation a un exposant qui n'existe pas, ou deux fois le même.
rule-booking-booths = Une réservation a un stand qui n'existe pas, ou deux fois le même.
rule-booking-without-main = Une réservation a besoin d'un exposant principal dès qu'elle est plus qu'une option.
rule-booked-twice = {$booth} est dans deux réservations.
rule-blocked-and-booked = {$booth} est bloqué et réservé à la fois.
rule-hall-in-use = {$hall} ne peut pas être supprimé tant qu'il s'y trouve quelque chose.
rule-category-in-use = {$category} ne peut pas être supprimée tant qu'un stand ou un exposant la porte.
rule-exhibitor-in-use = {$exhibitor} ne peut pas être supprimé tant que sa réservation existe.
rule-booth-in-use = {$booth} ne peut pas être supprimé tant qu'il a une réservation.
