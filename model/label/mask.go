package label

import (
	"strings"

	"genjin/model"
	"genjin/model/pattern"
)

// What of private data stays in sight when it is masked.
const (
	shownHead    = 3 // digits of a phone at its beginning
	shownTail    = 4 // digits of a phone, an ID or a bank account at its end
	shownAddress = 6 // characters of an address, no more than half of it
	shownName    = 2 // characters of an account's or an e-mail's name
	masked       = "****"
)

// Mask is a field's canonical value as it may be seen over someone's shoulder
// (the setting privacy_mask): phones as 138****8000, ID numbers and bank
// accounts to their last four characters, addresses to their first six at most,
// WeChat and e-mail names to their first two; in texts e-mails and the mobile, ID
// and account numbers. Other values stay.
func Mask(f model.Spec, value string) string {
	switch f.Code {
	case "legal_rep_phone":
		return maskPhones(value, " / ")
	case "legal_rep_id", "bank_account":
		return maskNumber(value)
	case "address", "registered_address", "business_address", "legal_rep_address":
		if runes := []rune(value); len(runes) > 0 {
			return string(runes[:min(shownAddress, len(runes)/2)]) + masked
		}
		return value
	case "wechat", "email":
		return maskName(value)
	}
	switch f.Kind {
	case model.KindPhones:
		return maskPhones(value, "\n")
	case model.KindText, model.KindNote:
		return MaskText(value)
	}
	return value
}

// MaskValue is Mask for a logged value, by its record and field.
func MaskValue(record, code, value string) string {
	f, ok := spec(record, code)
	if !ok {
		return MaskText(value)
	}
	return Mask(f, value)
}

// The numbers of persons as they stand in texts: phones, ID numbers, bank
// accounts; and their e-mails.
var (
	phoneInText  = pattern.Of(`\b(?:86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}\b|\b0[0-9]{2,3}[ -]?[0-9]{7,8}\b`)
	mailInText   = pattern.Of(`[0-9A-Za-z._%+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+`)
	numberInText = pattern.Of(`\b[0-9]{14,18}[0-9Xx]\b|\b[0-9]{4}(?: [0-9]{4}){3}(?: [0-9]{1,3})?\b`)
)

// MaskText masks the numbers of persons in a text.
func MaskText(text string) string {
	text = mailInText.ReplaceAllStringFunc(text, maskName)
	text = numberInText.ReplaceAllStringFunc(text, maskNumber)
	return phoneInText.ReplaceAllStringFunc(text, maskPhone)
}

func maskPhones(value, between string) string {
	phones, err := model.ParsePhones(value)
	if err != nil || len(phones) == 0 {
		return maskPhone(value)
	}
	for i, p := range phones {
		phones[i] = maskPhone(p)
	}
	return strings.Join(phones, between)
}

// maskPhone shows both ends of a phone; a short number shows less.
func maskPhone(phone string) string {
	digits := model.PhoneDigits(phone)
	switch n := len(digits); {
	case n == 0:
		return phone
	case n >= shownHead+shownTail+len(masked)-1:
		return digits[:shownHead] + masked + digits[n-shownTail:]
	case n > shownTail+1:
		return masked + digits[n-shownTail:]
	}
	return masked
}

// maskName shows the beginning of an account and, of an e-mail, where it is.
func maskName(value string) string {
	if value == "" {
		return ""
	}
	name, domain, mail := strings.Cut(value, "@")
	if runes := []rune(name); len(runes) > 0 {
		name = string(runes[:min(shownName, len(runes)/2)]) + masked
	}
	if mail {
		return name + "@" + domain
	}
	return name
}

func maskNumber(number string) string {
	runes := []rune(strings.ReplaceAll(number, " ", ""))
	if len(runes) <= shownTail {
		return masked
	}
	return masked + string(runes[len(runes)-shownTail:])
}
