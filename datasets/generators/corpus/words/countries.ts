/**
 * Countries with facts that hold: capital, adjective, a river or water, sights of the capital, what
 * the country is known for, neighbours, and the continent. Names of one word only, so that each can
 * stand in an analogy.
 */
export const COUNTRIES = `
France: capital Paris; adj French; river Seine; sight Eiffel Tower, Louvre; goods cheese, wine,
 perfume; near Spain, Belgium, Germany; part Europe; tongue French
Germany: capital Berlin; adj German; river Spree; sight Brandenburg Gate, Reichstag; goods cars,
 machines, beer; near Poland, Austria, Denmark; part Europe; tongue German
Italy: capital Rome; adj Italian; river Tiber; sight Colosseum, Pantheon; goods pasta, shoes, wine;
 near Austria, France, Slovenia; part Europe; tongue Italian
Spain: capital Madrid; adj Spanish; river Manzanares; sight Prado, royal palace; goods olives,
 oranges, ham; near Portugal, France; part Europe; tongue Spanish
England: capital London; adj English; river Thames; sight Tower Bridge, Big Ben; goods tea cups,
 wool, cheese; near Scotland, Wales; part Europe; tongue English
Russia: capital Moscow; adj Russian; river Moskva; sight Kremlin, Red Square; goods oil, furs,
 timber; near Finland, China, Ukraine; part Europe; tongue Russian
China: capital Beijing; adj Chinese; river Yongding; sight Forbidden City, Temple of Heaven; goods
 silk, porcelain, tea; near India, Russia, Vietnam; part Asia; tongue Chinese
Japan: capital Tokyo; adj Japanese; river Sumida; sight imperial palace, fish market; goods cameras,
 cars, tea; near China, Russia; part Asia; tongue Japanese
India: capital Delhi; adj Indian; river Yamuna; sight Red Fort, India Gate; goods spices, cotton,
 tea; near China, Nepal, Pakistan; part Asia; tongue Hindi
Egypt: capital Cairo; adj Egyptian; river Nile; sight pyramids, citadel; goods cotton, dates, linen;
 near Libya, Sudan; part Africa; tongue Arabic
Greece: capital Athens; adj Greek; river Cephissus; sight Acropolis, Parthenon; goods olives,
 marble, honey; near Turkey, Bulgaria, Albania; part Europe; tongue Greek
Turkey: capital Ankara; adj Turkish; river Sakarya; sight citadel, old bazaar; goods carpets, figs,
 hazelnuts; near Greece, Bulgaria, Iran; part Asia; tongue Turkish
Poland: capital Warsaw; adj Polish; river Vistula; sight royal castle, old town; goods coal, amber,
 apples; near Germany, Ukraine, Slovakia; part Europe; tongue Polish
Portugal: capital Lisbon; adj Portuguese; river Tagus; sight Belem Tower, yellow trams; goods cork,
 sardines, port wine; near Spain; part Europe; tongue Portuguese
Austria: capital Vienna; adj Austrian; river Danube; sight opera house, giant wheel; goods
 chocolate cake, skis, violins; near Germany, Hungary, Slovenia; part Europe; tongue German
Hungary: capital Budapest; adj Hungarian; river Danube; sight chain bridge, thermal baths; goods
 paprika, salami, horses; near Austria, Romania, Slovakia; part Europe; tongue Hungarian
Sweden: capital Stockholm; adj Swedish; river Norrstrom; sight royal palace, Vasa ship; goods
 timber, steel, furniture; near Norway, Finland; part Europe; tongue Swedish
Norway: capital Oslo; adj Norwegian; river Akerselva; sight opera house, ski jump; goods salmon,
 oil, fish; near Sweden, Finland; part Europe; tongue Norwegian
Denmark: capital Copenhagen; adj Danish; river Oresund; sight Little Mermaid, Tivoli; goods butter,
 bacon, toys; near Germany, Sweden; part Europe; tongue Danish
Finland: capital Helsinki; adj Finnish; river Vantaa; sight white cathedral, rock church; goods
 paper, timber, saunas; near Sweden, Russia, Norway; part Europe; tongue Finnish
Ireland: capital Dublin; adj Irish; river Liffey; sight Trinity College, castle; goods butter,
 whiskey, wool; near England, Wales; part Europe; tongue English
Scotland: capital Edinburgh; adj Scottish; river Leith; sight castle, Royal Mile; goods whisky,
 wool, salmon; near England, Ireland; part Europe; tongue English
Belgium: capital Brussels; adj Belgian; river Senne; sight Atomium, Grand Place; goods chocolate,
 waffles, lace; near France, Germany; part Europe; tongue French
Ukraine: capital Kyiv; adj Ukrainian; river Dnieper; sight golden gate, Saint Sophia; goods wheat,
 sunflower oil, steel; near Poland, Romania, Russia; part Europe; tongue Ukrainian
Romania: capital Bucharest; adj Romanian; river Dambovita; sight palace of parliament, old court;
 goods maize, plums, oil; near Hungary, Bulgaria, Ukraine; part Europe; tongue Romanian
Bulgaria: capital Sofia; adj Bulgarian; river Iskar; sight gold cathedral, roman baths; goods rose
 oil, yoghurt, tobacco; near Greece, Romania, Turkey; part Europe; tongue Bulgarian
Croatia: capital Zagreb; adj Croatian; river Sava; sight stone gate, upper town; goods lavender,
 fish, ships; near Slovenia, Hungary, Serbia; part Europe; tongue Croatian
Serbia: capital Belgrade; adj Serbian; river Sava; sight fortress, Saint Sava; goods raspberries,
 plums, copper; near Croatia, Hungary, Bulgaria; part Europe; tongue Serbian
Iceland: capital Reykjavik; adj Icelandic; river Ellidaa; sight tall church, harbour hall; goods
 cod, wool, aluminium; near Norway, Scotland; part Europe; tongue Icelandic
Canada: capital Ottawa; adj Canadian; river Rideau; sight parliament hill, canal; goods maple syrup,
 wheat, timber; near Alaska, Greenland; part America; tongue English
Cuba: capital Havana; adj Cuban; river Almendares; sight old harbour, Malecon; goods cigars, sugar,
 rum; near Jamaica, Haiti; part America; tongue Spanish
Peru: capital Lima; adj Peruvian; river Rimac; sight main square, monastery; goods copper, potatoes,
 silver; near Chile, Ecuador, Bolivia; part America; tongue Spanish
Chile: capital Santiago; adj Chilean; river Mapocho; sight mint palace, market hall; goods copper,
 grapes, salmon; near Peru, Argentina, Bolivia; part America; tongue Spanish
Brazil: capital Brasilia; adj Brazilian; river Paranoa; sight white cathedral, twin towers; goods
 coffee, sugar, rubber; near Argentina, Peru, Uruguay; part America; tongue Portuguese
Kenya: capital Nairobi; adj Kenyan; river Athi; sight railway museum, lion park; goods tea, roses,
 coffee; near Tanzania, Uganda, Ethiopia; part Africa; tongue Swahili
Ghana: capital Accra; adj Ghanaian; river Densu; sight independence arch, lighthouse; goods cocoa,
 gold, timber; near Togo, Benin; part Africa; tongue English
Morocco: capital Rabat; adj Moroccan; river Bouregreg; sight Hassan Tower, kasbah; goods carpets,
 leather, oranges; near Algeria, Spain; part Africa; tongue Arabic
Senegal: capital Dakar; adj Senegalese; river Gambia; sight great mosque, market; goods peanuts,
 fish, cotton; near Gambia, Mali; part Africa; tongue French
Iran: capital Tehran; adj Iranian; river Karaj; sight rose palace, bazaar; goods carpets, saffron,
 oil; near Turkey, Iraq, Pakistan; part Asia; tongue Persian
Iraq: capital Baghdad; adj Iraqi; river Tigris; sight golden mosque, old bridge; goods dates, oil,
 carpets; near Iran, Turkey, Syria; part Asia; tongue Arabic
Thailand: capital Bangkok; adj Thai; river Chao Phraya; sight Grand Palace, floating market; goods
 rice, rubber, silk; near Laos, Malaysia, Cambodia; part Asia; tongue Thai
Vietnam: capital Hanoi; adj Vietnamese; river Red River; sight one pillar pagoda, old quarter; goods
 rice, coffee, pepper; near Laos, China, Cambodia; part Asia; tongue Vietnamese
Nepal: capital Kathmandu; adj Nepalese; river Bagmati; sight monkey temple, royal square; goods
 carpets, tea, ginger; near India, China; part Asia; tongue Nepali
`;
