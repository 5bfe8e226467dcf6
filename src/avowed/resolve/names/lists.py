"""Words that do not name by themselves: titles, articles, forms of bodies, ordinary words of office, numbers.

A word stands in small Latin letters without accents; a word may stand in several lists.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
mr mrs ms miss dr prof professor sir dame lord lady monsieur madame mme herr frau prasident presidente
sheikh shaikh shaykh sheik cheikh mullah mulla molla maulana maulvi mawlawi mawlavi molvi maulawi moulavi
ayatollah hojatoleslam imam hajji haji hadji hajj haj al-haj qari mufti ustad ustadh hafiz emir amir
gen general lt lieutenant col colonel maj major capt captain sgt sergeant brig brigadier adm admiral cmdr commander
commodore marshal corporal commandant comandante inspector superintendent
president premier chancellor king queen prince princess sultan minister secretary senator sen representative governor
mayor ambassador judge justice attorney rev reverend father bishop archbishop monsignor cardinal pope rabbi pastor
spokesman spokeswoman director chief chairman envoy deputy vice former acting late don dona engineer eng ing
foreign defense defence interior prime finance oil justice state senior supreme leader commander-in-chief top slain
""")
"""Words before a person's name; they are dropped where a name is left."""

SOFT_TITLES = _words(
    "sayyid sayed sayyed sayid syed seyed seyyed saiyid sayyad khan malik mir akhund akhond agha aqa jan shah bey beg mawla said"
)
"""Words that are a title in one name and part of another: they weigh little and never part two names."""

PARTICLES = _words("""
al el ul ur ud us as ash an ar at az ad il l bin ibn ben bint bent ould wuld binti de del della da das do dos di du des la las le les los
van von der den ten ter zu zum of the and for in on to e i y et und wa va
""")
"""Articles and small words inside names; they are never compared."""

FORMS = _words("""
group groups organization organizations organisation organisations movement network outfit militants militant fighters forces faction so called
self styled armed gang known company co corp corporation inc incorporated ltd limited llc plc gmbh ag sa sas sarl srl bv nv ab oy spa
kg jsc ojsc pjsc oao ooo zao pao ao ano llp lp pty pte sp zoo se mv
gruppe holding holdings tanzim tanzeem
""")
"""Words that say only that something is a body; their presence on one side means nothing."""

BODIES = _words("""
front army brigade battalion brigades battalions corps division regiment unit command council party union federation confederation league
alliance coalition committee congress assembly bank company trust fund foundation institute university school society club
association agency ministry department bureau directorate office service services court police guard guards militia
resistance liberation resolve operation liwa jabhat jaysh jaish harakat katibat kataib hizb ansar lashkar tehrik
wing cell squad column cartel tigers fighters state emirate caliphate government parliament republic islands
""")
"""Words that tell one kind of body from another: a front is not an army."""

OFFICES = _words("""
ministry ministries minister defense defence interior foreign affairs justice finance information health education state department
army navy air force forces police national federal central security intelligence service services agency directorate
general staff parliament assembly congress senate house court supreme high constitutional government administration
cabinet council president presidency office bureau border guard guards military armed special operations command joint
chiefs civil local provincial regional district public republic royal people's peoples peoples' popular committee
commission mission embassy bank news press television radio university hospital party ruling opposition ground coast
customs counter terrorism counterterrorism
""")
"""Words of which every state's offices are named: a name of these alone names nobody until its country is known."""

VAGUE = _words("""
group groups organization movement militants militant fighters gunmen insurgents rebels officials official authorities
authority forces troops soldiers police military government army people civilians residents sources source witnesses
attackers attacker terrorists terrorist suspects suspect leader leaders commander members member others they he she it
who spokesman regime administration coalition alliance opposition party council embassy ministry agency villagers
families family refugees protesters students children women men man woman victims hostages prisoners journalist
journalists analyst analysts experts expert network state country nation world enemy community committee
front brigade battalion unit cell faction branch wing militia gang bandits prosecutors prosecutor courier traders guerrillas separatists loyalists jihadists
extremists islamists guards guard court judge president minister general parliament
""")
"""Nouns that describe and do not name, alone or together."""

DETERMINERS = _words("""
a an no both some several many most few each every any all about around over under nearly almost least more up further other
another others our their his her its this that these those unknown unidentified alleged suspected various two three four
five six seven eight nine ten dozens hundreds thousands scores
""")
"""Words that open a description: what follows is counted or pointed at and not named."""

COMMON = _words("""
muhammad ahmad mahmud mahdi hamad hamid husayn hasan yusuf ibrahim ismail uthman umar usama abubakar abubakr daud ilyas isa musa
yahya yaqub zakariya sulayman salih nasir khalid jamal jamil jafar abdullah abdul abdulrahman abdulaziz abdulqadir abdulkarim
abdulrahim abdulhamid abdulsalam abdulwahid abdulhakim abdulghani abdulmajid abdulmalik abdullatif ali karim rahim rahman
rashid said sayf saif walid majid salim sami samir tariq tahir hashim qasim amir anwar akbar akhtar aziz bashir faisal faruq
habib haidar hakim haroon imran iqbal jabir javed kamal latif mansur mustafa mukhtar nabil nadir naim noor nur omar qadir
rafiq rauf raza reza saad sabir sadiq salman shahid sharif sultan wahid waheed yasin yasir younis yunus zahir zaid zayd zubair zia
khan malik shah mir gul jan agha haji mullah bakr abdi fatima aisha maryam zaynab fazl ghulam hafiz idris ishaq saleem shafiq
sirajuddin jalaluddin shamsuddin nuruddin habibullah hibatullah abdulla rahmatullah saifullah hamdullah asadullah
john james robert michael william david richard thomas charles joseph daniel paul mark george peter andrew steven martin
anthony smith johnson williams brown jones miller davis wilson taylor anderson jackson white harris clark lewis
jose juan luis carlos jorge pedro manuel francisco antonio miguel rafael fernando ricardo roberto eduardo alberto mario
garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz morales reyes
ivan vladimir sergei dmitri andrei aleksei aleksandr mikhail nikolai yuri viktor igor oleg ivanov petrov smirnov
kim lee park choi jung kang chen wang li zhang liu nguyen tran singh kumar sharma patel jean pierre marie michel
""")
"""Names that so many bear that two of them together still do not tell one person from another."""

TENS = {
    "thirty": "30",
    "forty": "40",
    "fourty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
"""Tens that a unit may follow."""

_TO_TWENTY = """
one 1st first|ii two 2nd second|iii three 3rd third|iv four 4th fourth|v five 5th fifth|vi six 6th sixth|
vii seven 7th seventh|viii eight 8th eighth|ix nine 9th ninth|x ten 10th tenth|xi eleven 11th eleventh|
xii twelve 12th twelfth|xiii thirteen 13th thirteenth|xiv fourteen 14th fourteenth|xv fifteen 15th fifteenth|
xvi sixteen 16th sixteenth|xvii seventeen 17th seventeenth|xviii eighteen 18th eighteenth|
xix nineteen 19th nineteenth|xx twenty 20th twentieth
"""
NUMBERS = {word: str(value) for value, row in enumerate(_TO_TWENTY.split("|"), start=1) for word in row.split()} | TENS
"""Number words, ordinals and Roman numerals, as figures; a lone `I` is too often a letter to be one."""

SPLINTERS = _words("""
real provisional continuity official true new old original dissident renegade loyalist reformed united political military
external internal youth women student central northern southern eastern western north south east west upper lower
""")
"""Words that part a group from its namesake: the Real IRA is not the IRA."""

NATIONS = _words("""
afghan afghanistan albanian albania algerian algeria american america usa angolan angola arab arabian us argentine argentina
armenian armenia australian australia austrian austria azerbaijani azerbaijan bahraini bahrain balochistan baluchistan baloch
bangladeshi bangladesh belarusian belarus belgian belgium beninese benin bolivian bolivia bosnian bosnia brazilian brazil british
britain uk english england bulgarian bulgaria burkinabe burkina burundian burundi cambodian cambodia cameroonian cameroon
canadian canada caucasus caucasian chadian chad chechen chechnya chilean chile chinese china colombian colombia congolese congo
costa croatian croatia cuban cuba cypriot cyprus czech danish denmark djibouti dominican dutch ecuadorian ecuador egyptian egypt
salvadoran salvador eritrean eritrea estonian estonia ethiopian ethiopia european europe filipino philippine philippines finnish finland
french france gaza georgian georgia german germany ghanaian ghana greek greece guatemalan guatemala guinean guinea haitian haiti
honduran honduras hungarian hungary indian india indonesian indonesia iranian iran iraqi iraq irish ireland israeli israel italian
italy ivorian ivory jamaican jamaica japanese japan jordanian jordan kashmiri kashmir kazakh kazakhstan kenyan kenya khorasan
korean korea kosovar kosovo kurdish kurdistan kuwaiti kuwait kyrgyz kyrgyzstan lao laos latvian latvia lebanese lebanon levant
liberian liberia libyan libya lithuanian lithuania macedonian macedonia maghreb malagasy malawian malawi malaysian malaysia malian mali
maltese malta mauritanian mauritania mesopotamia mexican mexico moldovan moldova mongolian mongolia montenegrin montenegro moroccan morocco
mozambican mozambique myanmar burmese burma namibian namibia nepalese nepali nepal netherlands zealand nicaraguan nicaragua
nigerien niger nigerian nigeria norwegian norway omani oman pakistani pakistan palestinian palestine panamanian panama paraguayan
paraguay peruvian peru polish poland portuguese portugal punjabi punjab qatari qatar romanian romania russian russia rwandan rwanda
sahara sahel sahelian saudi scottish scotland senegalese senegal serbian serbia sinai sindhi sindh singaporean singapore slovak
slovakia slovenian slovenia somali somalia soviet spanish spain subcontinent sudanese sudan swedish sweden swiss switzerland
syrian syria sham taiwanese taiwan tajik tajikistan tanzanian tanzania thai thailand togolese togo tunisian tunisia turkish
turkey turkmen turkmenistan ugandan uganda ukrainian ukraine emirati emirates uruguayan uruguay uyghur uzbek uzbekistan
venezuelan venezuela vietnamese vietnam welsh yemeni yemen zambian zambia zimbabwean zimbabwe peninsula africa african asia asian
caliphate
""")
"""Countries, peoples and regions: such a word on one side only tells a branch or a namesake."""
