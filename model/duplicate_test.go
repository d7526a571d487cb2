package model

import (
	"fmt"
	"testing"
)

func TestSurnamesAlone(t *testing.T) {
	for name, want := range map[string]string{"刘女士": "刘", "欧阳先生": "欧阳", "王总": "王", "单雄信": "", "女士": "", "广东恒基总": "", "李师傅": "李",
		"陈医生": "陈", "王副总": "王", "王总经理": "王", "李工": "李", "王建工": "", "王芳姐": "王芳", "陈老师王": ""} {
		surname, ok := SurnameOnly(name)
		if ok != (want != "") || ok && surname != want {
			t.Errorf("%s: %q %v, want %q", name, surname, ok, want)
		}
	}
}

func TestDuplicatesAreGroupedByWhatTheyShare(t *testing.T) {
	for _, tt := range []struct {
		what   string
		shared []Likeness
		phoned map[int64]bool
		want   string
	}{
		{"nothing", nil, nil, "[]"},
		{"a phone", []Likeness{{Phone: true, Text: "1", IDs: []int64{3, 1}}}, nil, "[[1 3]]"},
		{"a chain", []Likeness{{Phone: true, Text: "1", IDs: []int64{1, 2}}, {Text: "恒基", IDs: []int64{2, 5}}, {Text: "x", IDs: []int64{7, 6}}},
			nil, "[[1 2 5] [6 7]]"},
		{"surnames with phones of their own", []Likeness{{Text: "刘女士", IDs: []int64{1, 2}}}, map[int64]bool{1: true, 2: true}, "[]"},
		{"a surname without a phone, and one with", []Likeness{{Text: "刘女士", IDs: []int64{1, 2}}}, map[int64]bool{1: true}, "[[1 2]]"},
		{"a surname without a phone, and two with", []Likeness{{Text: "刘女士", IDs: []int64{1, 2, 3}}}, map[int64]bool{1: true, 2: true}, "[]"},
		{"surnames without phones", []Likeness{{Text: "刘女士", IDs: []int64{1, 2}}}, nil, "[[1 2]]"},
		{"full names with phones of their own", []Likeness{{Text: "单雄信", IDs: []int64{1, 2}}}, map[int64]bool{1: true, 2: true}, "[[1 2]]"},
		{"one alone", []Likeness{{Text: "单雄信", IDs: []int64{1}}}, nil, "[]"},
	} {
		if got := fmt.Sprint(Duplicates(tt.shared, tt.phoned)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}
