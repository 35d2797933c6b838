"""Of what each figure and each test of a Chinese sentence is, where its syntax differs from that of English."""

import pytest

from extractor import extract
from extractor.record.record import Extraction

HEAD = "方法：将120例患者随机分为A组（60例）和B组（60例）。结果："

FIGURES: list[tuple[str, list[str | None]]] = [
    # a word that holds a cue is no cue
    ("A组床栏使用率为80%，B组为60%。", ["床栏使用率", "床栏使用率"]),
    # an enzyme is not the acid that its name begins with
    ("A组乳酸脱氢酶为250 U/L，乳酸为2.1 mmol/L。", ["乳酸脱氢酶", "乳酸"]),
    # the verb behind the words for who was counted, and the copula right behind the count
    ("3例左侧胫骨术后5天出现血肿。", ["血肿"]),
    ("20例中，11例（55%）为双侧瘘，8例（40%）为单侧瘘。", ["双侧瘘", "单侧瘘"]),
    # things counted are named right behind their counter
    ("共检查60颗龋坏牙，补牙96颗患牙，均完好。", ["龋坏牙", "颗患牙"]),
    # what was done is counted behind a verb of giving; a cause is not what came of it
    ("单纯缝合51例，使用胶水粘合23例。", ["单纯缝合", "胶水粘合"]),
    ("1例因膝关节炎半年后再次发生耳鸣，9例因无法行走卧床。", ["耳鸣", "无法行走卧床"]),
    ("A组患者（64%为农民；36%为工人）。", ["农民", "工人"]),
    ("0.3%在拔牙时报告了耳鸣。", ["耳鸣"]),
    ("A组19例好转，1例死亡。", ["好转", "死亡"]),
    # words for taking part, giving and choosing inside a compound
    ("A组品种选择合理率为60%，给药时机合理率为49%。", ["品种选择合理率", "给药时机合理率"]),
    # near misses: a copula that leads to the figure, a verb behind a mark
    ("出现耳鸣10例，其中9例为A组，1例为B组。", ["耳鸣", "耳鸣", "耳鸣"]),
    ("复发率为5%，耳鸣为3例。", ["复发率", "耳鸣"]),
    ("A组眩晕2例，耳鸣3例，余均未出现不适。", ["眩晕", "耳鸣"]),
    # drugs in a list that ends in its head; a list on both sides of a versus; a list for each group of figures
    ("对青霉素、红霉素、利福平的耐药率分别为20%、36%、5%。", ["青霉素", "红霉素", "利福平的耐药率"]),
    ("床栏、腕带及耳塞的使用率均升高（38%、81%、54% vs 28%、61%、44%）。", ["床栏", "腕带", "耳塞的使用率"] * 2),
    ("A组眩晕、耳鸣、复视分别为5例、6例、7例，B组分别为8例、9例、4例。", ["眩晕", "耳鸣", "复视"] * 2),
    # near miss: a second group of figures with a name of its own
    ("甲法和乙法的截距分别为0.9和0.7，总偏倚率分别为86%和68%。", ["甲法", "乙法的截距", "总偏倚率", "总偏倚率"]),
    # a clause about people or a time frames the name; its tie is no part of it
    ("患者的耳垢率为10%，眩晕率为6%。", ["耳垢率", "眩晕率"]),
    ("患者在入组时眩晕率为10%。", ["眩晕率"]),
    # the topic of a clause says in what the people did well
    ("两组睡眠疗效比较，A组总有效率为95%，B组为80%。", ["睡眠疗效", "睡眠疗效"]),
    ("两组疗效比较，A组总有效率为95%，B组为80%。", ["总有效率", "总有效率"]),
    # blanks that a typesetter put inside words
    ("A组复 发 率为5%，B组为3%。", ["复 发 率", "复 发 率"]),
    # a rate tied to a disease is of it; a span of time right before the word for watching is of that
    ("脚癣的总发病率为5%，手癣的总发病率为3%。", ["脚癣的总发病率", "手癣的总发病率"]),
    ("对参与者的眩晕事件进行了平均17年随访。", ["随访"]),
    # figures behind a comparison take the outcomes of those before it in order
    ("A组眩晕率[55%]、耳鸣率[88%]均高于B组[23%、62%]。", ["眩晕率", "耳鸣率"] * 2),
    # what opens a sentence in passing, and what was adjusted for, is no outcome; a treatment rate is one
    ("总体而言，A组35例患者（14%）再次住院。", ["再次住院"]),
    ("知晓率、治疗率和耳垢率分别为62%、54%和18%。", ["知晓率", "治疗率", "耳垢率"]),
    # a list of the other arm's figures takes the outcomes of as many before it
    ("A组眩晕率为5%，复视率为9%；B组分别为1%和4%。", ["眩晕率", "复视率"] * 2),
    ("甲法准确率、敏感度分别为88%、90%；乙法分别为94%、96%。", ["甲法准确率", "敏感度"] * 2),
    # the outcome before the name of a group
    ("3年眩晕率A组为5%，B组为9%；复视率A组为1%，B组为4%。", ["眩晕率", "眩晕率", "复视率", "复视率"]),
    # what `or` joins is one outcome with the names before it
    ("A组死亡或眩晕发生率为5%，耳鸣、复视或眩晕的发生率为9%。", ["死亡或眩晕", "耳鸣、复视或眩晕"]),
    # what people had stands right behind those counted, in words that no lexicon may know
    ("12例患者耳鸣，3例患者Ⅰ型眩晕；25例患者治疗满意。", ["耳鸣", "Ⅰ型眩晕", "治疗满意"]),
    # an event inside 'of so many so many' is what they had
    ("60例患者中治愈40例。", ["治愈"]),
    # as many contrasts in one bracket as outcomes before the comparison go together in order
    (
        "A组眩晕评分、瘦素水平均较治疗前降低，且低于B组[（2.1±0.5）分比（3.2±0.6）分，（48±9）ng/L比（67±8）ng/L]。",
        ["眩晕评分", "眩晕评分", "瘦素水平", "瘦素水平"],
    ),
    ("A组眩晕率和耳鸣率均低于B组（5% vs 9%，1% vs 4%；均P<0.05）。", ["眩晕", "眩晕", "耳鸣", "耳鸣"]),
    # near misses: fewer contrasts than outcomes, and contrasts with names of their own
    ("A组眩晕率和耳鸣率均低于B组（5% vs 9%）。", ["耳鸣", "耳鸣"]),
    ("A组不适少于B组（眩晕，5% vs 9%；耳鸣，1% vs 4%）。", ["眩晕", "眩晕", "耳鸣", "耳鸣"]),
    # people told apart who lead up to their own figure are no outcome; a count of them is
    ("轻度眩晕患者瘦素水平为20 ng/L，重度耳鸣患者为30 ng/L。", ["瘦素水平", "瘦素水平"]),
    ("不吸烟者的眩晕率为每1000人年9例，而吸烟者为每1000人年28例。", ["眩晕率", "眩晕率"]),
    # words that end where others begin: the group that 分别 follows, points that rise
    ("眩晕率分别为5%、9%，B组分别为1%、4%。", ["眩晕率"] * 4),
    ("眩晕评分由（18±3）分升至（24±2）分。", ["眩晕评分", "眩晕评分"]),
    ("两组眩晕发生率比较，差异无统计学意义（5% vs 9%）。", ["眩晕", "眩晕"]),
    # the median that was not reached is of the name behind it
    ("两组均未达到中位总生存期。", ["总生存期", "总生存期"]),
    # what a comparison is with is no outcome
    ("床栏使用率较耳塞使用率降低（37% vs 54%）。", ["床栏使用率", "床栏使用率"]),
    # behind a comma a count is of the words right behind it
    ("眩晕率为5%，复视减少，2例佩戴耳塞。", ["眩晕率", "佩戴耳塞"]),
    # items of one word: a sex, a rating
    ("关节活动度，优15例、良2例、差1例，20例患者中男8例，女12例。", ["优", "良", "差", "男", "女"]),
    # near misses: what is said of a sex, and a name that a rating only opens
    ("男8例出现耳鸣。", ["耳鸣"]),
    ("良性瘘2例。", ["良性瘘"]),
    # figures in brackets behind their groups
    ("与B组（671 pg/mL）相比，A组（479 pg/mL）瘦素水平降低。", ["瘦素水平", "瘦素水平"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), FIGURES)
def test_figures(sentence: str, wanted: list[str | None]) -> None:
    """Each figure of the sentence with the name of its outcome."""
    found = read(sentence)
    names = {o.id: o.name for o in found.outcomes}
    facts = sorted((*found.estimates, *found.adverse_events), key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in facts] == wanted


TESTS: list[tuple[str, list[list[str]]]] = [
    # statistics listed in one place go in order to as many outcomes, told in a list or by the figures before
    ("两组咳嗽、便血差异均有统计学意义（t=2.1、3.4，P<0.05）。", [["咳嗽"], ["便血"]]),
    (
        "咳嗽率分别为5%和9%，便血率分别为3%和8%，差异均有统计学意义（χ2值分别为2.1、3.4，均P<0.05）。",
        [["咳嗽率"], ["便血率"]],
    ),
    # brackets between the members of a list, and words that close it
    ("A组咳嗽（KS）、便血（BX）及耳鸣等指标均优于B组（P<0.05）。", [["咳嗽", "便血", "耳鸣"]]),
    # each contrast of a bracket with its own P value, or all of them with one
    ("A组咳嗽率和便血率均低于B组（5% vs 9%，P=0.02；1% vs 4%，P=0.03）。", [["咳嗽"], ["便血"]]),
    ("A组咳嗽率和便血率均低于B组（5% vs 9%，1% vs 4%；均P<0.05）。", [["咳嗽", "便血"]]),
    # near misses: no more outcomes than one, and P values that are each of all
    ("两组咳嗽差异有统计学意义（t=2.1、3.4，P<0.05）。", [["咳嗽"], ["咳嗽"]]),
    ("两组咳嗽、便血差异均有统计学意义（P<0.05或P<0.01）。", [["咳嗽", "便血"]] * 2),
]


@pytest.mark.parametrize(("sentence", "wanted"), TESTS)
def test_tests(sentence: str, wanted: list[list[str]]) -> None:
    """Each test of the sentence with the names of its outcomes."""
    found = read(sentence)
    names = {o.id: o.name for o in found.outcomes}
    assert [[names[i] for i in t.outcomes] for t in found.tests] == wanted


RATIOS: list[tuple[str, list[str]]] = [
    # factors between 'with' and 'associated' are of what stands first; risks behind it are what they are of
    ("眩晕与饮茶（比值比，1.2）和饮酒（比值比，1.6）显著相关。", ["眩晕", "眩晕"]),
    ("饮茶（比值比，1.2）和饮酒（比值比，1.6）均与耳鸣风险增加相关。", ["耳鸣", "耳鸣"]),
    # what an analysis shows, not the analysis
    ("Spearman相关分析显示，血清瘦素与眩晕评分呈正相关（r=0.56，P<0.001）。", ["血清瘦素"]),
    ("A组眩晕率较低（5% vs 9%；年龄校正率比，0.83；95%CI，0.75～0.93）。", ["眩晕率"]),
    # the measure is found behind the risk that it is of
    ("A组的死亡风险比为0.72（95% CI，0.54～0.97）。", ["死亡"]),
    # what is compared with what inside a bracket is no outcome
    ("饮茶与较低的耳鸣风险（最高与最低三分位数相比，风险比为0.57）相关。", ["耳鸣"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), RATIOS)
def test_ratios(sentence: str, wanted: list[str]) -> None:
    """Each ratio of the sentence with the name of its outcome."""
    found = read(sentence)
    names = {o.id: o.name for o in found.outcomes}
    assert [names.get(f.outcome or "") for f in sorted(found.effects, key=lambda f: f.span)] == wanted


def read(sentence: str) -> Extraction:
    """The record's extraction of one results sentence."""
    found = extract(HEAD + sentence).zh
    assert found is not None
    return found
