package speedup.ui.run;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import speedup.ui.Messages;

/** How a state looks: never by colour alone. */
final class WorkerLook {
  private WorkerLook() {}

  static Ikon sign(WorkerCardState.State state) {
    return switch (state) {
      case STARTING -> MaterialDesignT.TIMER_SAND;
      case READY -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
      case WORKING -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
      case STOPPING -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
      case DIED -> MaterialDesignC.CLOSE;
      case LEFT -> MaterialDesignL.LOGOUT;
    };
  }

  static String word(WorkerCardState.State state) {
    return Messages.get("worker.state." + key(state));
  }

  static String styleClass(WorkerCardState.State state) {
    return "state-" + key(state);
  }

  private static String key(WorkerCardState.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
