const words = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

/**
 * Capitalised words that begin or follow where a name could stand and are
 * not one: bodies, benefits, documents, months, sentence openings.
 */
export const NOT_NAMES = words(`
  a about access accommodation according act action address adult advice advocate advocates after agency agreed aid all
  allowance also although an and any appeal april area article as ask asked assessment asylum at august authority
  aware barnardo bbc because been before benefit benefits birmingham breathing british but by call can care case cases
  centre charity charter child children citizens city civil client clients come consent contact could council county
  court credit criminal crown date day days december decision department did direct disability do does dwp each
  emergency england english europe european every exploiter family february federal form free friday from fund
  general gla glaa government gp grounds guide had has have he health help helpline her here hestia high him his
  home hope hospital hostel house housing how however hub i if imsa in independent initial instagram insurance interpreter
  is issue it its january job judge july june justice key land law legal letter life line list local london lord manager
  march may meeting mental met migrant missing modern monday money month ms my national nhs next no none northern not
  note notes november now nrm number october of office officer on one only or order our out pass passport payment
  pension people personal pip plan please police positive post present probation problem protection public question
  raised reasonable red reference referral refuge refused removed report representative request review right
  rights royal safe safeguarding salvation same saturday sca school scotland scottish secretary section see senior
  september service services she shelter should slavery since single social solicitor solicitors so some space state
  statement status still sunday support survivor survivors tax team test that the their them then there these they
  this those thursday time to today tomorrow trafficking trust tuesday two uk ukvi unit universal unknown unseen
  until update urgent using via victim victims wales war was we website wednesday week welfare welsh were what when
  where whether which who why will with withheld witness women work worker would year yes yesterday you youth your
  anonymous confidential redacted interview information details story profile name names kalayaan unseen helen
  mr mrs ms miss mx dr
  victim's survivor's person voice voices action plan pathway journey record group forum summary file
`);

/** Lower-case words that follow "her name is" and are not a name. */
export const NOT_LOWER_NAMES = words(`
  a about above after all also always an and any are as at back bad be because been before being below by
  cannot changed clear common confidential correct different down either enough false for foreign from gone good
  hard here hers hidden important in incorrect is it just kept known like listed long made me mentioned mine
  missing misspelled misspelt my never new no not nothing now of off ok okay on only or our out own private
  protected put read recorded redacted removed safe same secret she shown spelled spelt still that the their there
  they this to too unclear under unknown up used usually very was what withheld wrong yet your similar short
  and but so who i he we you it's btw but with from lives living aged age please pls call ring now then
  really rare unusual easy first last real full given one what when if has had have will would can could
  called word teams excel office plc ltd survivors victims cases helpline the deadline out chance
  appointment calls call meeting breakfast cross some lot much both most
`);
