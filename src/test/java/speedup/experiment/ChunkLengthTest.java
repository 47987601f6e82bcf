package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkLengthTest {
  @Test
  void aChunkTakesAboutThirtyMilliseconds() {
    assertEquals(30_000, Calibration.chunkItems(10_000_000, 1_000, 2));
    assertEquals(300, Calibration.chunkItems(10_000_000, 100_000, 2));
  }

  @Test
  void everyWorkerGetsSeveralChunks() {
    assertEquals(1_000 / 16, Calibration.chunkItems(1_000, 1, 2));
    assertEquals(1_000 / 64, Calibration.chunkItems(1_000, 1, 8));
  }

  @Test
  void aChunkHoldsAtLeastOneItem() {
    assertEquals(1, Calibration.chunkItems(1, 1, 64));
    assertEquals(1, Calibration.chunkItems(1_000, 1e12, 2));
    assertEquals(1, Calibration.chunkItems(1_000, Double.NaN, 2));
  }

  @Test
  void aRateOfNothingGivesTheLongestChunk() {
    assertEquals(62, Calibration.chunkItems(1_000, 0, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "1,100",
    "10,3",
    "100,7",
    "1000,1",
    "3000000,1",
    "1000000000000,1",
    "5,1000000000000"
  })
  void chunksCoverEveryItemOnce(long items, long wished) {
    var cut = new ChunkCut(items, wished);
    assertEquals(0, cut.from(0));
    assertEquals(items, cut.to(cut.chunks() - 1));
    assertTrue(cut.chunks() <= 20_000_000);
    for (var chunk = 1; chunk < Math.min(cut.chunks(), 1_000); chunk++) {
      assertEquals(cut.to(chunk - 1), cut.from(chunk));
      assertTrue(cut.length(chunk) >= 1);
    }
  }
}
