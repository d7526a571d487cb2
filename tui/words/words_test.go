package words_test

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"genjin/model/label"

	"genjin/tui/words"
)

var verbs = regexp.MustCompile(`%[a-z%]`)

// Every sentence stands in both languages and takes the same values, in the
// same order.
func TestBothLanguagesSayEverything(t *testing.T) {
	zh, en := words.Of(label.ZH), words.Of(label.EN)
	compare(t, "Words", reflect.ValueOf(zh), reflect.ValueOf(en))
}

func compare(t *testing.T, name string, zh, en reflect.Value) {
	switch zh.Kind() {
	case reflect.Struct:
		for i := range zh.NumField() {
			compare(t, name+"."+zh.Type().Field(i).Name, zh.Field(i), en.Field(i))
		}
	case reflect.Array, reflect.Slice:
		if zh.Len() != en.Len() {
			t.Errorf("%s: %d in Chinese, %d in English", name, zh.Len(), en.Len())
			return
		}
		for i := range zh.Len() {
			compare(t, name, zh.Index(i), en.Index(i))
		}
	case reflect.Map:
		for _, key := range zh.MapKeys() {
			if !en.MapIndex(key).IsValid() {
				t.Errorf("%s[%v] is missing in English", name, key)
				continue
			}
			compare(t, name+"["+key.String()+"]", zh.MapIndex(key), en.MapIndex(key))
		}
	case reflect.String:
		if zh.String() == "" || en.String() == "" {
			t.Errorf("%s: %q and %q", name, zh, en)
		}
		if z, e := verbs.FindAllString(zh.String(), -1), verbs.FindAllString(en.String(), -1); !slices.Equal(z, e) {
			t.Errorf("%s takes %v in Chinese and %v in English", name, z, e)
		}
	}
}
