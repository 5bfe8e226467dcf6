"""Spellings of common words that no rule brings together: each row is one word in its many Latin forms.

Only forms of one word stand in a row; two names that merely sound alike (Hamid and Ahmad) never do.
"""

_ROWS = """
muhammad mohammed mohamed mohammad mohamad muhammed muhamed muhamad mohamud mohd muhd mahomed mahomet maxamed mohameed mahammad magomed mukhammad moham
ahmad ahmed ahmet axmed akhmed akhmad achmad achmed ahamed
mahmud mahmoud mahmood mehmood mehmud maxamuud makhmud mahmut
mahdi mehdi mehti mahdy
hamad hamed
husayn hussein hussain husain hossein hosein houssein hussien huseyn xuseen husni
hasan hassan xasan hassane
yusuf youssef yousef yousif yusif yosef yousuf yusef yousaf yossef youssouf jusuf
ibrahim ibrahem ebrahim brahim ibraheem abrahim ibragim
ismail ismael esmail esmaeil ismaeel ismaiel ismayil
uthman othman osman usman ousmane ossman
umar omar omer oumar cumar
usama osama oussama usamah osamah
ayman aiman aymen eymen
abu abou abo
bakr bakar bekr bakir
abubakar abubakr aboubakr aboubakar abubaker boubacar aboubacar aboubaker
daud dawud daoud dawood dawod davud daoed
ilyas elias ilias eliyas
isa eisa issa ciise essa
musa mousa moussa moosa muse
yahya yahia yehia yehya yakhya
yaqub yaqoub yaqoob yakub yacoub yaakub jakub
zakariya zakaria zakariyya zakarya zacarias
sulayman suleiman sulaiman soleiman solomon souleymane suleyman
salih saleh sallah salihu
nasir nasser naser nassir
khalid khaled kaled khalled chaled
jamal gamal djamal jamaal
jamil djamil gamil jameel
jafar jaafar gaafar djafar jaffar jafer
jaish jaysh jeish jeysh jayish
jihad jehad djihad gihad cihad
hajj haj
riyad riyadh riad riaz riyaz
ramadan ramzan ramazan ramadhan
fadl fazl fadhl fazal fadel fazel
qadir kader qader kadir qadeer qaadir
rahman rehman rahmaan raxman
karim kareem kerim
rashid rachid rasheed reshid
said saeed sayeed sa'id saiid saied
sayf saif seif sayef
sulh solh
zayd zaid zeid zayed
zayn zain zein zayne zine
fatima fatimah fatemeh fatma fatimeh
aisha ayesha aicha aysha
qaida qaeda qaidah qaeeda quaida kaida kaeda qaedah quaeda qaidat
taliban taleban talebaan taliban's talib
shabab shabaab shebab shabaaab
islami islamic islamiya islamiyya islamiyah islamia aslamiya
harakat harkat haraket haraka harakah haarkat
tehrik tehreek tahrik tahreek tehrek
jamaat jamaah jamaa jemaah jamaate jemaat gamaa gamaat djamaat djamat jamaatu jamaatul
lashkar laskar lashkare lashkari laskhar
tayyiba taiba toiba tayba taibah tayyaba tayyibah tayyeba toyba tayyebah taybah
mujahidin mujahideen mujahedin mujahedeen moudjahidine mujaheddin mudjahidin mojahedin mujahidun mujaheden
ansar anssar
katibat katiba kateeba katibah
kataib kataeb kataaib kataab
hizb hezb hisb
hizbul hezbul hisbul hizbal
liwa liwaa lewa
brigade brigades
battalion battalions
sharia shariah sharii shari'a charia
sunna sunnah sunnat
dawa dawah daawa dawat daawah dawaa
organization organisation organisations organizations org
defense defence
labor labour
center centre
program programme
international intl int'l
first 1st
second 2nd
third 3rd
aleksandr alexander aleksander alexandr oleksandr aliaksandr alyaksandr alexandre
dmitri dmitry dmitriy dmitrii dimitri dmytro
sergei sergey sergej serhiy sergiy serhii serge
yevgeny evgeny evgeni yevgeni evgenii yevgeniy evgueni
mikhail michail mikhael mykhailo
nikolai nikolay nikolaj mykola nicolai
volodymyr volodimir wolodymyr
vladimir wladimir vladimr
yuri yuriy yury iurii jurij iouri
andrei andrey andrej andrii andriy
aleksei alexei alexey aleksey oleksiy aliaksei
vasily vasiliy vasili vassily vasyl
georgy georgi georgiy georgii heorhiy
pyotr petr piotr petro
pavel pawel pavlo
ivan iwan
johnny jonny
jose josef joseph
bashar bachar
ahmadinejad ahmadinezhad
gaddafi qaddafi kadhafi gadhafi qadhafi khadafi kadafi qathafi
laden ladin
arafat arafaat
mehsud mahsud mehsood mahsood
adl adel adil aadel
haniyeh haniya haniyya haniyah
sinwar sinouar
assad asad
makhluf makhlouf
"""


def _variants() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _ROWS.strip().splitlines():
        first, *others = row.split()
        for word in (first, *others):
            found.setdefault(word, first)
    return found


VARIANTS = _variants()
