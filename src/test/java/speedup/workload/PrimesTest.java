package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimesTest {
  @Test
  void agreeWithASieve() {
    var limit = 200_000;
    var composite = new BitSet(limit);
    for (var i = 2; i < limit; i++) {
      assertEquals(!composite.get(i), Primes.isPrime(i), "" + i);
      for (var multiple = 2 * i; multiple < limit; multiple += i) {
        composite.set(multiple);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -7, -2, -1, 0, 1})
  void areNeverBelowTwo(long number) {
    assertFalse(Primes.isPrime(number));
  }

  @ParameterizedTest
  @ValueSource(longs = {2_147_483_647, 4_294_967_311L, 99_999_999_977L, 1_000_000_000_039L})
  void areFoundBeyond32Bits(long prime) {
    assertTrue(Primes.isPrime(prime));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1_000_003L * 1_000_003, 2_147_483_647L * 2})
  void areNotFoundAmongLargeProducts(long product) {
    assertFalse(Primes.isPrime(product));
  }
}
