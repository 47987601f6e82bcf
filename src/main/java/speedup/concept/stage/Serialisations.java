package speedup.concept.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.Script;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.CallReceived;
import speedup.concept.script.ReceiveOne;
import speedup.concept.script.SendLambda;
import speedup.concept.script.SendOpenFile;
import speedup.concept.script.SendSocket;
import speedup.concept.script.SendThread;
import speedup.ipc.Pipe;
import speedup.pool.task.TaskFunction;

/** What can cross to another process, and what cannot. */
public final class Serialisations implements Concept {
  private static final int MOST_SHOWN = 10;

  @Override
  public String id() {
    return "serialisation";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("open-file", true),
        new Variant("thread", true),
        new Variant("socket", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) throws IOException {
    var pipe = stage.closing(Pipe.oneWay("speedup.concept.script."));
    stage.object(
        "pipe",
        Kind.CHANNEL,
        () -> {
          var items = pipe.peekToFirst(MOST_SHOWN).stream().map(Serialisations::text).toList();
          return new Look(items.size() + " under way", items, 0);
        });
    switch (variant) {
      case "open-file" -> {
        var file = Files.createTempFile("speedup-report", ".txt");
        stage.closing(() -> Files.deleteIfExists(file));
        refused(stage, pipe, new SendOpenFile(pipe.sender(), file.toString()));
        stage.figure("path", "Report.printer.file", () -> path(stage));
      }
      case "thread" -> {
        refused(stage, pipe, new SendThread(pipe.sender()));
        stage.figure("path", "Job.worker", () -> path(stage));
      }
      case "socket" -> {
        refused(stage, pipe, new SendSocket(pipe.sender()));
        stage.figure("path", "Order.sockets[0]", () -> path(stage));
      }
      default -> {
        stage.parent("parent", new SendLambda(pipe.sender()));
        stage.actor("child", new CallReceived(pipe.receiver()));
        stage.figure("result", "42", () -> String.join(", ", stage.said("child")));
      }
    }
  }

  private static String text(Object message) {
    return message instanceof TaskFunction ? "a function" : String.valueOf(message);
  }

  private static void refused(StageBuilder stage, Pipe pipe, Script sender) {
    stage.parent("parent", sender);
    stage.actor("child", new ReceiveOne(pipe.receiver()));
    stage.figure("arrived", "1", () -> Integer.toString(stage.said("child").size()));
  }

  /** The way to the part that cannot cross, with which the message of the error begins. */
  private static String path(StageBuilder stage) {
    return stage.said("parent").stream()
        .findFirst()
        .map(message -> message.substring(0, Math.max(0, message.indexOf(": "))))
        .orElse("");
  }
}
