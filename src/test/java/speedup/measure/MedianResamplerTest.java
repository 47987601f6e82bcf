package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianResamplerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15})
  void drawsTheMedianThatSortingTheDrawnValuesGives(int n) {
    var values = new SplittableRandom(n).doubles(n).toArray();
    var sorted = values.clone();
    Arrays.sort(sorted);
    var resampler = new MedianResampler(values);
    var random = new SplittableRandom(42);
    var same = new SplittableRandom(42);

    for (int round = 0; round < 200; round++) {
      var drawn = new double[n];
      for (int i = 0; i < n; i++) {
        drawn[i] = sorted[same.nextInt(n)];
      }
      Arrays.sort(drawn);
      double expected = (drawn[(n - 1) / 2] + drawn[n / 2]) / 2;
      assertEquals(expected, resampler.next(random), 1e-15);
    }
  }

  @Test
  void tellsSizeAndMedianOfTheValuesThemselves() {
    var resampler = new MedianResampler(new double[] {4, 1, 3, 2});

    assertEquals(4, resampler.size());
    assertEquals(2.5, resampler.median());
  }
}
