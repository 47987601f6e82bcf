package speedup.workload;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;

/**
 * Where a method stands in a source, which class files do not say: they know lines of code only.
 */
final class MethodLine {
  private MethodLine() {}

  /**
   * The line in which the name and the type of a method of one parameter stand, or the first of
   * these where they are on several.
   *
   * @return from 1; 0 where the source has no such method
   */
  static long of(MemoryCompiler.Source source, Method method) {
    try {
      var task = MemoryCompiler.task(source);
      var positions = Trees.instance(task).getSourcePositions();
      for (var unit : task.parse()) {
        var found = find(unit, method);
        if (found != null) {
          return unit.getLineMap()
              .getLineNumber(positions.getStartPosition(unit, found.getReturnType()));
        }
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static MethodTree find(CompilationUnitTree unit, Method method) {
    return new TreeScanner<MethodTree, Void>() {
      @Override
      public MethodTree visitMethod(MethodTree tree, Void nothing) {
        return isAbout(tree, method) ? tree : super.visitMethod(tree, nothing);
      }

      @Override
      public MethodTree reduce(MethodTree one, MethodTree other) {
        return one == null ? other : one;
      }
    }.scan(unit, null);
  }

  private static boolean isAbout(MethodTree tree, Method method) {
    return tree.getName().contentEquals(method.getName())
        && tree.getParameters().size() == 1
        && typeInWords(tree.getParameters().getFirst())
            .endsWith(method.getParameterTypes()[0].getSimpleName());
  }

  /** As it is written, without what stands between angle brackets. */
  private static String typeInWords(VariableTree parameter) {
    return parameter.getType().toString().replaceAll("<.*>", "");
  }
}
