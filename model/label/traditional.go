package label

import (
	"strings"
	"sync"
)

// traditional are the traditional characters of headers and values, each beside
// its simplified form: 電話 is 电话.
const traditional = "電电話话號号碼码備备註注戶户稱称聯联繫系係系絡络機机單单據据編编業业務务員员銷销負负責责採采購购貨货產产規规價价額额" +
	"應应總总餘余開开發发條条賬账帳账幣币別别類类級级來来區区縣县鄉乡鎮镇郵邮傳传網网頁页簡简訂订數数優优計计時时間间說说紀纪錄录記记進进狀状態态階阶" +
	"預预當当問问題题決决詳详細细資资稅税識识銀银頭头職职團团隊队門门檔档歷历動动關关鍵键實实際际運运輸输車车顏颜樣样圖图書书經经濟济認认證证險险點点" +
	"報报執执達达選选擇择項项屬属專专終终結结個个體体與与為为過过還还無无沒没後后週周貸贷歸归權权約约訪访談谈議议標标準准紹绍轉转變变廠厂覽览陸陆徵征簽签" +
	"齡龄興兴滿满義义術术軟软評评測测試试驗验維维護护財财戰战敗败潛潜質质強强緊紧讓让雜杂雙双買买賣卖許许設设調调辦办寫写錢钱連连遲迟緩缓額额歲岁齊齐"

var simplified = sync.OnceValue(func() map[rune]rune {
	pairs := []rune(traditional)
	to := make(map[rune]rune, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		to[pairs[i]] = pairs[i+1]
	}
	return to
})

// inSimplified is a header or a value with its traditional characters in their
// simplified form.
func inSimplified(text string) string {
	to := simplified()
	return strings.Map(func(r rune) rune {
		if plain, ok := to[r]; ok {
			return plain
		}
		return r
	}, text)
}
