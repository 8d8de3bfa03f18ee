"""Everyday English words that say nothing of what a question is about. Free of any field."""

from __future__ import annotations

STOP = frozenset(
    """
    a an the this that these those it its they them their theirs itself themselves he she his her him we us you your
    i me my mine our ours one ones some any all each every both either neither another other others such same own's there here
    is are was were be been being am do does did done doing have has had having can could will would shall should may
    might must ought isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't cannot couldn't won't
    wouldn't shouldn't not no nor never isnt arent dont doesnt didnt cant wont
    and or but if then else so than as of in on at by for from to into onto with within without about over under between
    among against through during before after above below up down out off again inside outside further once upon per via
    what which who whom whose when where why how whether
    very too also just only even still more most less least much many few little lot lots quite rather really
    across until till later afterwards afterward anymore whereas instead along toward towards behind beside besides whichever whatever whoever wherever whenever
    unless despite except alongside gonna wanna gotta shud cuz coz bcz bcoz n ain't aint
    because since while although though however therefore thus hence
    let lets let's say said get gets got getting go goes going come comes make makes made take takes give gives put
    vs versus i'm it's that's what's who's there's they're you're we're i'd we'd you'd they'd he'd she'd it'd i'll we'll you'll they'll he'll she'll it'll that'll who'd i've you've we've they've
    where's when's how's why's wheres whens hows whos btw btwn bw b/w u r ur abt wat wats wht im ive id whats thats its theyre youre s t re ve ll m d
    actually basically generally usually typically normally really exactly simply mainly mostly especially
    like kind sort type way ways thing things stuff bit something anything everything nothing someone anyone people
    now today yet already ever always often sometimes
    yes yeah yep nope ok okay please well oh hmm um uh
    """.split()
)
"""Words that neither ask for nor name a topic."""

FILLER = frozenset(
    """
    tell explain explains describe describes defines summarizes summarises show list name mention state outline summarize summarise summary overview brief briefly short
    quick quickly question questions ask asking asked answer answers wonder wondering wondered curious know knows knowing
    known think thinking thought believe understand understanding understood learn learning want wanted wants need needs
    needed like liked help helps please main key core major important basic basics fundamental essential general common
    word words term terms sentence sentences example examples detail details point points fact facts info information
    idea ideas guys team folks all everyone everybody somebody anybody friend friends newbie beginner new noob dummy
    compare compared comparing comparison mean means meaning meant concept concepts topic subject theory practice case
    matter call called consider considered given regarding concerning respect terms actual true false correct right wrong
    hear heard read reading saw see seen look looking say says saying tell told discuss
    use uses used using usage user users work works working
    versus technology technologies tech approach approaches option options solution solutions difference differences
    context two three both pair first second last next following statement sure confused confusing trying try
    possible possibly maybe perhaps better best good great well bad worse worst nice pretty fairly
    someone's world real life simple simply plain english short long
    typical typically particular
    happen happens happened stay stays
    table chart matrix
    achieve achieves achieved offer offers offered provide provides provided allow allows allowed enable enables enabled
    handle handles deal deals involve involves tend tends seem seems become becomes behave behaves operate operates
    operating ensure ensures matters impact impacts influence lead leads result results bring brings end ends turn turns
    help helping start begin keep keeps kept put puts set sets bit act acts feel feels appear appears remain remains
    damn damned bloody freaking fucking fricking effing goddamn heck hell crap
    special tight scarce likewise ditto tho thou aswell alot ofc imo imho afaik iirc hehe hey yo fellas everyones anyhow fyi
    hmmm ugh duh meh yup nah ahh ohh ooh wow yay
    actually apparently supposedly basically essentially technically practically theoretically honestly literally
    significantly considerably noticeably substantially relatively comparatively inherently naturally obviously clearly
    popular preferred commonly widely modern today's nowadays days currently traditional regular standard normal ordinary
    classic plain single whole entire overall total different various certain specific particular respective actual
    describes described play plays types sorts model models glorified fashionable trendy correctly properly really truly exactly precisely roughly approximately around nearly almost
    someone's somebody's company team teams developer developers engineer engineers people's workplace project projects
    role purpose feature features property properties characteristic characteristics trait traits factor factors
    part parts side sides aspect aspects criterion criteria dimension perspective viewpoint angle regard
    wise side big deal huge effort easy easily easier world bout line lines tell apart mix mixing up mixed stuff
    beginner beginners newcomer newcomers student students rookie
    being able achieve accomplish manage managed
    devs dev ops admin admins instructor instructors teacher teachers professor interviewer person folks claim claims
    claimed saying rationale ground grounds supposed love complain complains reach light shed suggestion suggestions
    respect respects circumstance circumstances degree extent level levels point view stuff tech candidate
    hell heck simultaneously together purposes somehow ones bunch piece pieces kinds nature
    fellow gave taken taking asap nutshell reckon guess earth dear sir already still bother consider adopt adopting switch switching prefer
    choose choosing exam practically literally couple few simply interview homework exam quiz test tests colleague colleagues boss manager
    superior inferior outperform outperforms mentions mentioned joined join docent improve improves improved boost boosts enhance enhances based burden pls plz thx pretty bother
    lists
    eat eats eating gobble gobbles hog hogs swallow swallows ballpark
    principal primary chief prep whatsoever embarrassing
    reaches reaching reached claiming count counts expect expects expected assume assumes assumed
    imagine suppose guessing bet argue argues argued insist insists swear swears praise praised hype hyped rave mind
    care cares wish wishes hope hopes fear fears worry worries worried warn warns warned advise advises advised teach
    teaches talked mess spend spends deserve justify justifies enjoy enjoys hate hates
    loves trust trusts sit sits stand stands sitting belong belongs exist exists existing arise arises occur occurs
    face faces facing rise drag drags throw threw thrown toss swap swapped shift shifted land notice noticed realise
    realize realised realized recall remember forget forgot discover discovered find finds found finding figure figured
    figuring prove proves demonstrate illustrate clarify elaborate specify identify select rank rate judge vote
    disagree deny accept admit suggest suggests suggested imply implies refer refers solve solves solved solving
    fix tackle tackles concern concerned bringing lend pull rid ditch stick sticking fit clear
    obvious fresh brand fancy silly dumb stupid smart clever crazy weird strange funny odd interesting exciting boring
    cool neat awesome amazing terrible horrible awful perfect fine decent legit genuine inherent crucial vital critical
    necessary unnecessary sheer mere merely purely solely respectively individually collectively eventually
    finally initially originally previously formerly suddenly probably likely unlikely surely certainly definitely
    absolutely barely scarcely overly extremely incredibly super otherwise anyway anyways somewhat slightly greatly
    vastly dramatically fully heavily strictly directly thoroughly hurry rush fuss hassle pain headache headaches
    trouble annoying painful painless dude mate bro buddy kid kids man men woman human humans crowd community day week
    weeks month months year years place places spot job jobs truth lie myth story rumor rumour buzz buzzword jargon
    lecture lesson blog post article textbook slide slides chapter page assignment essay presentation meeting coworker
    coworkers mentor junior senior intern trainee hire cto ceo client clients customer customers industry sector area
    areas domain somewhere nowhere winner favourite favorite verdict takeaway gist hint clue sense nonsense explanation
    explanations opinion opinions thoughts remark premise assumption relevant relevance significance meaningful
    tomorrow's tonight weekend tl dr tldr beloved darling honest honestly dearest roadmap backlog standup sprint retro accident mistake vendor vendors juniors pile handful heap tons require requires requiring regards handout handouts cure happy comfortable pleased satisfied fond keen enthusiastic excited unhappy frustrated dissatisfied sceptical skeptical afraid scared
    workload workloads ballpark approx prof lol haha tomorrow yesterday analyze analyse discuss
    fair equal equally exception exceptions agree agreed row rows sanity liner poll trivia riddle urgent underlying explained described defined summarised summarized technical bullet bullets debate interviews exams recap enumerate silver bullet consideration considering
    ha heh hehe etc handled handle handles handling treated dealt organised organized arranged regulated
    putting giving moving doing four five six seven eight nine ten doc docs wiki natively startup startups beat beats beating unsure hesitate hesitating worthwhile reasonable unreasonable surprising surprisingly
    hardly perfectly kinda seriously recently terribly particularly indeed personally badly officially
    aside deeply awfully someday happily constantly sometime unfortunately accidentally specifically hopefully
    necessarily rarely lately desperately utterly ultimately regardless successfully gladly luckily specially
    occasionally genuinely sincerely strangely increasingly gradually seldom fortunately frankly repeatedly altogether
    remarkably formally undoubtedly seemingly sadly horribly frequently preferably unusually intentionally presumably
    largely proudly unbelievably meanwhile oddly primarily evidently allegedly reasonably rightly exceptionally wildly
    forgive appreciate appreciated blame blamed remind reminds reminded suspect suspected regret regrets apologize
    apologies convince convinced convincing assure assured intend intended confess admire impress impressed react
    embarrass embarrassed disappoint disappointed congratulate distract confuse confuses puzzle puzzled puzzles annoy
    annoyed dislike criticize criticise reassure misunderstand misunderstood conclude dispute reconsider enlighten
    underestimate overestimate exaggerate exaggerated morning mornings evening afternoon monday tuesday wednesday
    thursday friday saturday sunday
    """.split()
)
"""Everyday words of asking: they may stand in any question without saying what it is about."""
