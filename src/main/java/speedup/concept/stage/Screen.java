package speedup.concept.stage;

import java.util.ArrayList;
import java.util.List;
import speedup.concept.StageBuilder.Look;
import speedup.ipc.ProcessQueue;

/** Shows what processes print, in the order in which it comes. Used by the stage's thread. */
final class Screen {
  private final ProcessQueue<String> printed;
  private final List<String> lines = new ArrayList<>();

  Screen(ProcessQueue<String> printed) {
    this.printed = printed;
  }

  private void read() {
    for (var line = printed.poll(); line != null; line = printed.poll()) {
      lines.add(line);
    }
  }

  Look look() {
    read();
    return new Look(lines.size() + " lines", List.copyOf(lines), 0);
  }

  /** How many times all lines of a process stand together. */
  int together(int size) {
    read();
    var count = 0;
    for (var i = 0; i + size <= lines.size(); i++) {
      var name = lines.get(i).replaceAll(" prints .*", " prints ");
      var block = lines.subList(i, i + size);
      if (lines.get(i).endsWith(" 1") && block.stream().allMatch(line -> line.startsWith(name))) {
        count++;
      }
    }
    return count;
  }
}
