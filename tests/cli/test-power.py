"""tenure-cli power against the worked games of docs/domain.md, section 6, and against counting every coalition."""
import fractions
import itertools
import math
import random
import tap

F = fractions.Fraction

GAMES = [
    ("EEC 1958", 12, [4, 4, 4, 2, 2, 1], [F(5, 21)] * 3 + [F(1, 7)] * 2 + [F(0)],
     [F(7, 30)] * 3 + [F(3, 20)] * 2 + [F(0)]),
    ("51: 50, 49, 1", 51, [50, 49, 1], [F(3, 5), F(1, 5), F(1, 5)], [F(2, 3), F(1, 6), F(1, 6)]),
    ("36: 20, 17, 16, 3", 36, [20, 17, 16, 3], [F(5, 12), F(1, 4), F(1, 4), F(1, 12)],
     [F(5, 12), F(1, 4), F(1, 4), F(1, 12)]),
    ("36: 20, 17, 15", 36, [20, 17, 15], [F(1, 2), F(1, 2), F(0)], [F(1, 2), F(1, 2), F(0)]),
]


def fraction(value):
    assert set(value) == {"numerator", "denominator"}, value
    assert all(isinstance(value[key], int) for key in value), value
    assert math.gcd(value["numerator"], value["denominator"]) == 1, f"{value} is not in lowest terms"
    return F(value["numerator"], value["denominator"])


def power(scratch, quota, weights):
    result = scratch.run("power", quota, *weights, "--json").json()
    assert {"banzhaf", "shapley_shubik", "veto", "dummy"} <= set(result), result
    return ([fraction(value) for value in result["banzhaf"]], [fraction(value) for value in result["shapley_shubik"]],
            result["veto"], result["dummy"])


def by_counting(quota, weights):
    """Both indices from every coalition, as the definitions say."""
    n = len(weights)
    swings, turns = [0] * n, [F(0)] * n
    for size in range(n):
        share = F(math.factorial(size) * math.factorial(n - size - 1), math.factorial(n))
        for coalition in itertools.combinations(range(n), size):
            total = sum(weights[i] for i in coalition)
            for voter in set(range(n)) - set(coalition):
                if total < quota <= total + weights[voter]:
                    swings[voter] += 1
                    turns[voter] += share
    return [F(swing, sum(swings)) for swing in swings], turns


def test_worked_games(scratch):
    for name, quota, weights, banzhaf, shapley in GAMES:
        found = power(scratch, quota, weights)
        tap.equal(found[:2], (banzhaf, shapley), name)


def test_public_boards(scratch):
    """Northern Ireland ICP committee blocs and the Scottish IJB from 1 September 2026: the third sector's power."""
    banzhaf, shapley, _, _ = power(scratch, 8, [4, 4, 2, 2, 1, 1])
    tap.equal((banzhaf[2], shapley[2]), (F(1, 7), F(2, 15)))
    banzhaf, shapley, _, _ = power(scratch, 5, [3, 3, 1, 1, 1])
    tap.equal((banzhaf[4], shapley[4]), (F(1, 7), F(2, 15)))


def test_veto_and_dummy(scratch):
    tap.equal(power(scratch, 51, [50, 49, 1])[2:], ([0], []))
    tap.equal(power(scratch, 36, [20, 17, 15])[2:], ([0, 1], [2]))
    tap.equal(power(scratch, 12, [4, 4, 4, 2, 2, 1])[2:], ([], [5]))
    tap.equal(power(scratch, 3, [3, 0])[2:], ([0], [1]))


def test_random_games(scratch):
    chance = random.Random(20261121)
    for _ in range(40):
        weights = [chance.randint(0, 9) for _ in range(chance.randint(1, 8))]
        if sum(weights) == 0:
            weights[0] = 1
        quota = chance.randint(1, sum(weights))
        tap.equal(power(scratch, quota, weights)[:2], by_counting(quota, weights), f"[{quota}: {weights}]")


def test_one_voter(scratch):
    tap.equal(power(scratch, 1, [1]), ([F(1)], [F(1)], [0], []))


def test_shares_sum_to_one(scratch):
    banzhaf, shapley, _, _ = power(scratch, 260, [29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7])
    tap.equal((sum(banzhaf), sum(shapley)), (1, 1))


def test_for_people(scratch):
    out = scratch.run("power", 36, 20, 17, 15).out
    assert "1/2" in out and "50.0 %" in out and "a vote that can never decide" in out, out


def test_wrong_use(scratch):
    for words in [["12"], ["many", "1"], ["2", "one"], ["2", "1.5", "1"], ["0", "1"], ["5", "1", "1"], ["--", "-1", "1"]]:
        scratch.run("power", *words, status=2)


if __name__ == "__main__":
    tap.main(globals())
