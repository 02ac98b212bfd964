package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.EnumSet;

/**
 * The chain around a tool's handler. From the outside in: the audit sees every call and its
 * outcome, refused ones too; errors become answers; access refuses tools that are off; the time
 * limit interrupts; bounds cut answers that are too long; and answers that spent calls of Mixpanel
 * say how many are left. Mixpanel's limits and the five minutes for which names are kept belong to
 * the library, where every caller shares them.
 */
public final class Chain {
  private final AccessRules access;
  private final AuditLog audit;
  private final AnswerBounds bounds;
  private final TimeLimit timeLimit = new TimeLimit();

  /** Creates a chain that applies these rules and writes this audit log. */
  public Chain(AccessRules access, AuditLog audit) {
    this(access, audit, AnswerBounds.USUAL);
  }

  /** With other bounds of answers. */
  public Chain(AccessRules access, AuditLog audit, AnswerBounds bounds) {
    this.access = access;
    this.audit = audit;
    this.bounds = bounds;
  }

  /** Returns the handler to call instead of the tool's own. */
  public ToolHandler around(Tool tool) {
    ToolHandler bounded = call -> bounds.apply(CallsLeftNote.added(tool.handler(), call), call);
    ToolHandler limited = call -> timeLimit.run(tool, bounded, call);
    ToolHandler allowed =
        call -> {
          access.require(tool, call.session());
          return limited.call(call);
        };
    ToolHandler answering = call -> ErrorAnswers.answer(allowed, call, tool.arguments());
    return call -> audit.record(tool, answering, call);
  }

  /**
   * Returns the chain of plans that are made here, which may count in more ways than are listed.
   */
  public Chain ofPlans() {
    return new Chain(access.withCounts(), audit, bounds);
  }

  /** Returns the chain of tools that find others, which belong to no toolset that is switched. */
  public Chain ofSearch() {
    return new Chain(access.withToolsets(EnumSet.allOf(Toolset.class)), audit, bounds);
  }

  /** Returns whether this effect on local tables is allowed. */
  public boolean permits(TableEffect touch) {
    return access.tables().permits(touch);
  }

  /** Returns whether clients see the tool. */
  public boolean shows(Tool tool) {
    return access.allows(tool);
  }
}
