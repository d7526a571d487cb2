package model

import (
	"slices"
	"strings"

	"github.com/piglig/go-qr/payload"
)

// Scan is something that a phone takes from the screen with its camera, as a QR
// code 二维码.
type Scan struct {
	Kind string // ScanDial …
	Of   string // whose phone or card
	Text string // what the code says
	Says string // what of it a person reads
}

// What a code is for.
const (
	ScanDial = "dial" // a phone, to be rung
	ScanCard = "card" // a person, to be kept among the contacts
	ScanText = "text" // to be pasted where one writes
	ScanBank = "bank" // where the money goes
)

// ContactsOf are contacts that were read as items.
func ContactsOf(items []Item) []Contact {
	k, _ := KindOf("contact")
	list := make([]Contact, len(items))
	for i, it := range items {
		list[i] = *k.FromItem(it).(*Contact)
	}
	return list
}

// ScansOf are the codes of a customer: each phone of the customer and of the
// contacts, the card of each, in this order, and what text there is.
func ScansOf(c Customer, contacts []Contact, text string) []Scan {
	var dial, cards []Scan
	add := func(name, org, email, address string, phones List) {
		numbers := phones.Items()
		for _, phone := range numbers {
			dial = append(dial, Scan{Kind: ScanDial, Of: name, Text: payload.Tel{Number: dialled(phone)}.String(), Says: phone})
		}
		if len(numbers) == 0 && email == "" {
			return
		}
		first := ""
		if len(numbers) > 0 {
			first = dialled(numbers[0])
		}
		card := payload.VCard{Name: name, Phone: first, Email: email, Address: address, Org: org}
		says := strings.Join(slices.Concat([]string{name}, numbers), " ")
		cards = append(cards, Scan{Kind: ScanCard, Of: name, Text: card.String(), Says: says})
	}
	org := ""
	if c.Kind == Company {
		org = c.Name
	}
	add(c.Name, "", c.Email, c.Address, c.Phones)
	for _, k := range contacts {
		add(k.Name, org, k.Email, "", k.Phones)
	}
	all := slices.Concat(dial, cards)
	if text != "" {
		all = append(all, Scan{Kind: ScanText, Of: c.Name, Text: text, Says: text})
	}
	return all
}

// dialled is a phone as a telephone takes it: its digits and a leading +, an
// extension after a pause.
func dialled(phone string) string {
	number, extension := strings.ToLower(HalfWidth(phone)), ""
	for _, word := range []string{"分机", "转", "ext.", "ext"} {
		if before, after, ok := strings.Cut(number, word); ok {
			number, extension = before, after
			break
		}
	}
	figures := func(text string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, text)
	}
	said := figures(number)
	if strings.HasPrefix(strings.TrimSpace(number), "+") {
		said = "+" + said
	}
	if extension = figures(extension); extension != "" {
		said += "," + extension
	}
	return said
}
