package store

import (
	"strings"
	"unicode"

	"genjin/model/pinyin"
)

// surnames and places are read otherwise than their characters usually are.
// The library knows the readings of characters, not of names.
var surnames = map[string]string{
	"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren", "朴": "piao",
	"盖": "ge", "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai", "尉": "wei", "乐": "yue",
	"翟": "zhai", "覃": "qin", "冼": "xian", "褚": "chu", "逄": "pang", "宓": "mi", "缪": "miao", "员": "yun", "祭": "zhai",
	"召": "shao", "车": "che", "种": "chong", "洗": "xian", "折": "she", "黑": "he", "重": "chong", "那": "na", "宁": "ning",
	"谌": "chen", "郇": "xun", "燕": "yan", "应": "ying", "卜": "bu", "幺": "yao", "沈": "shen", "石": "shi", "叶": "ye", "贾": "jia",
}

var places = map[string]string{
	"重庆": "chong qing", "长沙": "chang sha", "长春": "chang chun", "长治": "chang zhi", "长兴": "chang xing", "厦门": "xia men",
	"六安": "lu an", "蚌埠": "beng bu", "亳州": "bo zhou", "台州": "tai zhou", "丽水": "li shui", "乐清": "yue qing", "番禺": "pan yu",
	"东莞": "dong guan", "大庆": "da qing", "都江堰": "du jiang yan", "成都": "cheng du", "大厦": "da sha", "银行": "yin hang",
	"厦": "sha", "行": "hang", "长": "chang", "重": "zhong", "都": "du", "乐": "le", "会": "hui", "调": "tiao", "朝阳": "chao yang",
}

// mostReadings bounds the combinations that a name with many ambiguous
// characters is indexed under.
const mostReadings = 8

// readings are the ways in which a name is pronounced, the likeliest first,
// each as its syllables. Latin letters and digits stand for themselves.
func readings(name string) [][]string {
	var perPlace [][]string // the readings of each character
	runes := []rune(name)
	for i := 0; i < len(runes); {
		if word, syllables := special(runes, i); word > 0 {
			for j, syllable := range syllables {
				perPlace = append(perPlace, prefer(syllable, pinyin.Of(runes[i+j])))
			}
			i += word
			continue
		}
		if s := pinyin.Of(runes[i]); len(s) > 0 {
			perPlace = append(perPlace, s)
		} else if unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]) {
			perPlace = append(perPlace, []string{strings.ToLower(string(runes[i]))})
		}
		i++
	}
	combos := [][]string{nil}
	for _, options := range perPlace {
		var next [][]string
		for _, option := range options {
			for _, c := range combos {
				if len(next) < mostReadings {
					next = append(next, append(c[:len(c):len(c)], option))
				}
			}
		}
		combos = next
	}
	return combos
}

// special finds a surname at the start, or a place anywhere, and how many
// characters it has.
func special(runes []rune, at int) (length int, syllables []string) {
	words := places
	for n := min(3, len(runes)-at); n > 0; n-- {
		word := string(runes[at : at+n])
		if at == 0 {
			if s, ok := surnames[word]; ok {
				return n, strings.Fields(s)
			}
		}
		if s, ok := words[word]; ok {
			return n, strings.Fields(s)
		}
	}
	return 0, nil
}

// prefer puts first in front of the others and drops repetitions.
func prefer(first string, others []string) []string {
	var list []string
	seen := map[string]bool{"": true}
	for _, s := range append([]string{first}, others...) {
		if !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	return list
}
