package speedup.concept.stage;

import java.util.List;
import java.util.stream.Stream;
import speedup.concept.Concept;
import speedup.concept.Script;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.AnswerTimesFive;
import speedup.concept.script.AskTimesFive;
import speedup.concept.script.ReceiveAll;
import speedup.concept.script.ReceiveOne;
import speedup.concept.script.SendGreeting;
import speedup.concept.script.SendLines;
import speedup.concept.script.SendWithoutClosing;
import speedup.ipc.Pipe;

/** A pipe: two ends, and what is sent into one comes out of the other. */
public final class Pipes implements Concept {
  private static final int MOST_SHOWN = 10;

  @Override
  public String id() {
    return "pipe";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("two-way", false),
        new Variant("end-of-stream", false),
        new Variant("not-closed", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    switch (variant) {
      case "two-way" -> twoWay(stage);
      case "end-of-stream" -> {
        var pipe = oneWay(stage);
        lines(stage, pipe, new SendLines(pipe.sender()));
      }
      case "not-closed" -> {
        var pipe = oneWay(stage);
        lines(stage, pipe, new SendWithoutClosing(pipe.sender()));
      }
      default -> {
        var pipe = oneWay(stage);
        stage.parent("parent", new ReceiveOne(pipe.receiver()));
        stage.actor("child", new SendGreeting(pipe.sender()));
        stage.figure("received", "hello", () -> String.join(", ", stage.said("parent")));
      }
    }
  }

  private static Pipe oneWay(StageBuilder stage) {
    var pipe = stage.closing(Pipe.oneWay());
    stage.object("pipe", Kind.CHANNEL, () -> look(texts(pipe.peekToFirst(MOST_SHOWN)).toList()));
    return pipe;
  }

  private static Stream<String> texts(List<Object> messages) {
    return messages.stream().map(String::valueOf);
  }

  private static Look look(List<String> items) {
    return new Look(items.size() + " under way", items, 0);
  }

  private static void twoWay(StageBuilder stage) {
    var pipe = stage.closing(Pipe.twoWay());
    stage.object(
        "pipe",
        Kind.CHANNEL,
        () -> {
          var there = texts(pipe.peekToSecond(MOST_SHOWN)).map(text -> text + " →");
          var back = texts(pipe.peekToFirst(MOST_SHOWN)).map(text -> "← " + text);
          return look(Stream.concat(there, back).toList());
        });
    stage.parent("parent", new AskTimesFive(pipe.first(), 10));
    stage.actor("child", new AnswerTimesFive(pipe.second()));
    stage.figure("answer", "50", () -> String.join(", ", stage.said("parent")));
  }

  private static void lines(StageBuilder stage, Pipe pipe, Script sender) {
    stage.parent("parent", new ReceiveAll(pipe.receiver()));
    stage.actor("child", sender);
    stage.figure(
        "lines", "3", () -> Long.toString(received(stage).filter(said -> !isEnd(said)).count()));
    stage.figure("ends", "1", () -> Long.toString(received(stage).filter(Pipes::isEnd).count()));
  }

  private static Stream<String> received(StageBuilder stage) {
    return stage.said("parent").stream();
  }

  private static boolean isEnd(String said) {
    return said.equals(ReceiveAll.END);
  }
}
