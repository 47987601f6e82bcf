package speedup.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import speedup.plot.timeline.OverviewChart;
import speedup.plot.timeline.TimeWindow;
import speedup.plot.timeline.TimelineLayout;
import speedup.plot.timeline.TimelineState;

/** Hands what pointer and keys do on the lanes and on the overview to the model. */
final class TimelineInput {
  /** A pointer that moves less than this, in pixels, has clicked. */
  private static final double CLICK = 4;

  private static final double NOTCH = 40;
  private static final double NOTCH_FACTOR = 0.8;
  private static final double RULER_STEP = 0.02;

  private final TimelineModel model;
  private double scale = 1;

  // where the pointer went down
  private double pressX;
  private long pressTime;
  private TimeWindow pressWindow = TimeWindow.all(1);
  private boolean moved;

  TimelineInput(TimelineModel model) {
    this.model = model;
  }

  void setScale(double next) {
    scale = next;
  }

  /** The lanes: wheel, drag, shift-drag, click, keys. */
  void attachLanes(Region frame, Region lanes) {
    lanes.addEventHandler(ScrollEvent.SCROLL, event -> scroll(event, lanes));
    lanes.setOnMousePressed(event -> {
      frame.requestFocus();
      model.state().ifPresent(state -> press(event, layout(state, lanes)));
      event.consume(); // the pane that scrolls would take the focus
    });
    lanes.setOnMouseDragged(event -> dragLanes(event, lanes));
    lanes.setOnMouseReleased(event -> release(event, lanes));
    frame.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The strip: the brush moves to where the pointer is; shift-drag makes a new one. */
  void attachOverview(Region frame, Region strip) {
    strip.addEventHandler(
        ScrollEvent.SCROLL,
        event ->
            model
                .state()
                .ifPresent(state -> {
                  model.zoom(stripTime(state, strip, event.getX()), factor(event.getDeltaY()));
                  event.consume();
                }));
    strip.setOnMousePressed(event -> {
      frame.requestFocus();
      model
          .state()
          .ifPresent(state -> {
            pressTime = stripTime(state, strip, event.getX());
            if (!event.isShiftDown()) {
              centre(state, pressTime);
            }
          });
      event.consume(); // as on the lanes
    });
    strip.setOnMouseDragged(event ->
        model
            .state()
            .ifPresent(state -> {
              long time = stripTime(state, strip, event.getX());
              if (event.isShiftDown()) {
                model.look(TimeWindow.between(pressTime, time));
              } else {
                centre(state, time);
              }
            }));
    frame.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void centre(TimelineState state, long time) {
    model.look(
        state
            .window()
            .pan(time - state.window().from() - state.window().span() / 2, state.bounds()));
  }

  private long stripTime(TimelineState state, Region strip, double x) {
    return OverviewChart.time(state, strip.getWidth(), scale, x);
  }

  private TimelineLayout layout(TimelineState state, Region lanes) {
    return TimelineLayout.of(state, lanes.getWidth(), lanes.getHeight(), scale);
  }

  private void scroll(ScrollEvent event, Region lanes) {
    model
        .state()
        .ifPresent(state -> {
          if (event.getDeltaX() != 0) {
            model.pan(-event.getDeltaX() / Math.max(1, lanes.getWidth()));
          }
          if (event.getDeltaY() != 0) {
            model.zoom(layout(state, lanes).time(event.getX()), factor(event.getDeltaY()));
          }
          event.consume();
        });
  }

  private static double factor(double delta) {
    return Math.pow(NOTCH_FACTOR, delta / NOTCH);
  }

  private void press(MouseEvent event, TimelineLayout layout) {
    pressX = event.getX();
    pressTime = layout.time(event.getX());
    pressWindow = layout.window();
    moved = false;
  }

  private void dragLanes(MouseEvent event, Region lanes) {
    if (Math.abs(event.getX() - pressX) < CLICK && !moved) {
      return;
    }
    moved = true;
    model
        .state()
        .ifPresent(state -> {
          var layout = layout(state, lanes);
          if (event.isShiftDown()) {
            model.measure(pressTime, layout.time(event.getX()));
          } else if (event.getButton() == MouseButton.PRIMARY) {
            lanes.setCursor(Cursor.CLOSED_HAND);
            double perPixel = pressWindow.span() / (layout.right() - layout.left());
            long by = Math.round((pressX - event.getX()) * perPixel);
            model.look(pressWindow.pan(by, state.bounds()));
          }
        });
  }

  private void release(MouseEvent event, Region lanes) {
    dragLanes(event, lanes); // the last move may have come with the release
    lanes.setCursor(Cursor.DEFAULT);
    if (moved || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    model
        .state()
        .ifPresent(state -> {
          var layout = layout(state, lanes);
          layout
              .rowAt(event.getY())
              .filter(row -> row.kind() == TimelineLayout.Kind.WORKER)
              .ifPresent(row -> model.select(row.run(), row.lane(), layout.time(event.getX())));
        });
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || model.state().isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case W, PLUS, ADD -> model.zoomIn();
      case S, MINUS, SUBTRACT -> model.zoomOut();
      case A -> model.earlier();
      case D -> model.later();
      case LEFT -> sideways(event, -1);
      case RIGHT -> sideways(event, 1);
      case UP -> model.changeLane(-1);
      case DOWN -> model.changeLane(1);
      case F, HOME -> model.fit();
      case ENTER -> model.fitSelection();
      case PERIOD -> model.step(1);
      case COMMA -> model.step(-1);
      case R -> model.measureSelection();
      case ESCAPE -> model.clear();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void sideways(KeyEvent event, int direction) {
    if (event.isShiftDown()) {
      model.stretchRuler(direction * RULER_STEP);
    } else if (direction < 0) {
      model.earlier();
    } else {
      model.later();
    }
  }
}
