package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LaneBrushTest {
  private static final int COLUMNS = 60;
  private static final int HEIGHT = 24;

  @RepeatedTest(40)
  void everyColumnIsAsHighAsItShouldBe(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    int lowest = random.nextInt(12);
    var floors = new int[COLUMNS];
    var roofs = new int[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      floors[i] = random.nextInt(6);
      boolean nothing = random.nextInt(10) == 0;
      roofs[i] = nothing ? floors[i] : Math.min(HEIGHT, floors[i] + lowest + random.nextInt(12));
    }
    var image = ImageSurface.of(chart(floors, roofs), ChartTheme.LIGHT, COLUMNS + 4, HEIGHT, 1);
    int ink = ChartTheme.LIGHT.compute().rgb();

    for (int x = 0; x < COLUMNS; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        int above = HEIGHT - 1 - y;
        boolean inside = above >= floors[x] && above < roofs[x];
        assertEquals(inside, (image.getRGB(x + 2, y) & 0xffffff) == ink, x + ", " + above);
      }
    }
  }

  private static Chart chart(int[] floors, int[] roofs) {
    return new Chart() {
      @Override
      public void draw(Pen pen, double width, double height) {
        var brush = new LaneBrush(pen);
        brush.row(0, 0, 0, HEIGHT);
        brush.columns(2, floors, roofs, COLUMNS, pen.theme.compute());
      }

      @Override
      public String spoken() {
        return "columns";
      }

      @Override
      public List<List<String>> table() {
        return List.of();
      }
    };
  }
}
