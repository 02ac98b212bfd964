package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.mcp.session.SpentCalls;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.quota.CallsLeft;
import dev.mixpaneldata.quota.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is left of Mixpanel's budgets, in every answer that spent some of it. */
final class CallsLeftNote {
  /** The name of the fact in structured answers. */
  static final String NAME = "calls_left";

  private final List<CallsLeft> left;

  private CallsLeftNote(List<CallsLeft> left) {
    this.left = left;
  }

  /** Returns the note about the calls that were sent since a moment. */
  static CallsLeftNote since(SpentCalls.Mark mark, ToolCall call) {
    List<CallsLeft> left = List.of();
    if (!mark.spentSince().isEmpty()) {
      Quota quota = call.workspace().http().quota();
      left = mark.spentSince().stream().map(budget -> CallsLeft.of(quota, budget)).toList();
    }
    return new CallsLeftNote(left);
  }

  /** Runs a handler and adds the note to its answer. */
  static ToolAnswer added(ToolHandler handler, ToolCall call) {
    SpentCalls.Mark mark = call.session().spent().mark();
    ToolAnswer answer = handler.call(call);
    CallsLeftNote note = since(mark, call);
    if (answer.isError() || note.left.isEmpty()) {
      return answer;
    }
    Map<String, Object> about = new LinkedHashMap<>(answer.about());
    note.addTo(about);
    return answer.with(note.text(), about);
  }

  /** Adds the fact for structured answers, if there is one. */
  void addTo(Map<String, Object> facts) {
    if (!left.isEmpty()) {
      Map<String, Integer> numbers = new LinkedHashMap<>();
      left.forEach(budget -> numbers.put(budget.budget().id(), budget.left()));
      facts.put(NAME, numbers);
    }
  }

  /** Returns the fact as a line of its own; empty if no call was sent. */
  String text() {
    return left.isEmpty()
        ? ""
        : "\nMixpanel calls, "
            + left.stream().map(CallsLeft::inWords).collect(Collectors.joining("; "))
            + ".";
  }
}
