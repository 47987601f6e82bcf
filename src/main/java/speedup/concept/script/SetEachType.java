package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedByte;
import speedup.ipc.SharedChar;
import speedup.ipc.SharedDouble;
import speedup.ipc.SharedFloat;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedLong;
import speedup.ipc.SharedShort;

/** Sets a shared value of each type. */
public record SetEachType(
    SharedByte aByte,
    SharedChar aChar,
    SharedShort aShort,
    SharedInt anInt,
    SharedLong aLong,
    SharedFloat aFloat,
    SharedDouble aDouble)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("aByte", "set(Byte.MAX_VALUE)");
    aByte.set(Byte.MAX_VALUE);
    step.next("aChar", "set('Z')");
    aChar.set('Z');
    step.next("aShort", "set(Short.MAX_VALUE)");
    aShort.set(Short.MAX_VALUE);
    step.next("anInt", "set(Integer.MAX_VALUE)");
    anInt.set(Integer.MAX_VALUE);
    step.next("aLong", "set(Long.MAX_VALUE)");
    aLong.set(Long.MAX_VALUE);
    step.next("aFloat", "set((float) Math.PI)");
    aFloat.set((float) Math.PI);
    step.next("aDouble", "set(Math.PI)");
    aDouble.set(Math.PI);
  }
}
