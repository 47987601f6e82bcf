package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import speedup.plot.LabelPlacer.Box;

class LabelPlacerTest {
  private static final Box FRAME = new Box(0, 0, 200, 100);
  private final LabelPlacer placer = new LabelPlacer(FRAME);

  @Test
  void labelsNeverOverlapAndNeverLeaveTheFrame() {
    var random = new Random(1);
    var taken = new ArrayList<Box>();
    for (var i = 0; i < 500; i++) {
      var wish = new Box(random.nextInt(-20, 200), random.nextInt(-20, 100), 40, 12);
      var box = placer.takeNear(wish, 5);
      if (box != null) {
        assertTrue(box.inside(FRAME));
        assertTrue(taken.stream().noneMatch(box::overlaps));
        taken.add(box);
      }
    }
    assertTrue(taken.size() > 10);
  }

  @Test
  void movesALabelToTheNearestFreeLine() {
    placer.block(new Box(0, 50, 200, 10));

    assertEquals(new Box(20, 40, 40, 10), placer.takeNear(new Box(20, 50, 40, 10), 2));
  }

  @Test
  void leavesOutWhatHasNoPlace() {
    placer.block(FRAME);

    assertFalse(placer.take(new Box(10, 10, 5, 5)));
    assertNull(placer.takeNear(new Box(10, 10, 5, 5), 20));
  }
}
