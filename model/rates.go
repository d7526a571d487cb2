package model

import (
	"math/big"
	"strings"
)

// ratesOf are what a unit of other currencies is worth in the default one, as the
// person gives them: USD=7.2.
func (s *Settings) ratesOf() (map[string]*big.Rat, error) {
	rates := map[string]*big.Rat{s.Currency: big.NewRat(1, 1)}
	for _, item := range s.Rates.Items() {
		code, worth, _ := strings.Cut(item, "=")
		currency, err := ReadCurrency(strings.TrimSpace(code))
		rate, ok := new(big.Rat).SetString(strings.TrimSpace(worth))
		if err != nil || !ok || rate.Sign() <= 0 || len(worth) > 20 || strings.ContainsAny(worth, "/eE") {
			return nil, At("rates", Refuse(RefusedRate, item))
		}
		rates[currency] = rate
	}
	return rates, nil
}

// Convert is an amount of one currency in another by the person's rates; false
// where a rate is not given, or the amount can't be kept.
func (s *Settings) Convert(amount int64, from, to string) (int64, bool) {
	if from == to {
		return amount, true
	}
	rates, err := s.ratesOf()
	if err != nil || rates[from] == nil || rates[to] == nil {
		return 0, false
	}
	value := new(big.Rat).SetInt64(amount)
	value.Mul(value, rates[from]).Quo(value, rates[to])
	value.Mul(value, big.NewRat(tenTo(Decimals(to)), tenTo(Decimals(from))))
	half := big.NewRat(1, 2)
	if value.Sign() < 0 {
		half.Neg(half)
	}
	value.Add(value, half)
	whole := new(big.Int).Quo(value.Num(), value.Denom())
	return whole.Int64(), whole.IsInt64() && whole.CmpAbs(big.NewInt(MaxAmount)) <= 0
}

func tenTo(n int) int64 {
	ten := int64(1)
	for range n {
		ten *= 10
	}
	return ten
}
