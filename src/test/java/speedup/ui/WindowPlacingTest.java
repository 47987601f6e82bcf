package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import speedup.settings.WindowPlace;

/** Where the window opens, by the screens that there are. */
class WindowPlacingTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 30, 1366, 738);
  private static final Rectangle2D DESK = new Rectangle2D(0, 0, 1920, 1040);
  private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 2560, 1400);
  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);

  private static Rectangle2D place(
      double x, double y, double width, double height, Rectangle2D... screens) {
    return WindowPlacing.place(
        Optional.of(new WindowPlace(x, y, width, height, false, "run")), List.of(screens));
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D(x, y, width, height);
  }

  @Test
  void opensInTheMiddleOfThePrimaryScreenForTheFirstTime() {
    assertEquals(
        box(277, 90, 1366, 860), WindowPlacing.place(Optional.empty(), List.of(DESK, SECOND)));
    assertEquals(LAPTOP, WindowPlacing.place(Optional.empty(), List.of(LAPTOP)));
  }

  @Test
  void opensWhereItWas() {
    assertEquals(box(100, 50, 1200, 800), place(100, 50, 1200, 800, DESK));
    assertEquals(box(2000, 100, 1400, 900), place(2000, 100, 1400, 900, DESK, SECOND));
    assertEquals(box(-1200, 10, 1000, 700), place(-1200, 10, 1000, 700, DESK, LEFT));
  }

  @Test
  void mayStandOnTwoScreensAndPartlyOutside() {
    assertEquals(box(1500, 100, 1000, 800), place(1500, 100, 1000, 800, DESK, SECOND));
    assertEquals(box(-300, 100, 1000, 700), place(-300, 100, 1000, 700, DESK));
  }

  @Test
  void comesToThePrimaryScreenWhenItsOwnIsUnplugged() {
    assertEquals(box(260, 70, 1400, 900), place(2000, 100, 1400, 900, DESK));
    assertEquals(box(0, 30, 1366, 738), place(2000, 100, 2500, 1300, LAPTOP));
    assertEquals(box(460, 170, 1000, 700), place(-1200, 10, 1000, 700, DESK));
  }

  @Test
  void shrinksOnASmallerScreen() {
    assertEquals(box(0, 30, 1366, 738), place(100, 50, 1800, 1000, LAPTOP));
  }

  @Test
  void showsItsTitleWhereTheMouseCanGetHoldOfIt() {
    assertEquals(box(920, 100, 1000, 800), place(1850, 100, 1000, 800, DESK));
    assertEquals(box(0, 100, 1000, 800), place(-950, 100, 1000, 800, DESK));
    assertEquals(box(100, 0, 1000, 800), place(100, -40, 1000, 800, DESK));
    assertEquals(box(100, 240, 1000, 800), place(100, 1030, 1000, 800, DESK));
  }
}
