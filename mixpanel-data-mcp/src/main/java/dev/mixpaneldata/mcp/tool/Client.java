package dev.mixpaneldata.mcp.tool;

import java.util.Optional;
import java.util.OptionalDouble;

/** The client of a call, as far as it can be told and asked. Safe for several threads. */
public interface Client {
  /**
   * Tells how far the call is, if the client wants to know.
   *
   * @param done what is done, in the unit of {@code total}; must rise from message to message
   * @param total what there is to do, if that is known
   * @param message one line for people
   */
  void progress(double done, OptionalDouble total, String message);

  /** Tells something that people should know while the call runs. */
  void log(String message);

  /** The client's model, where it offers one. */
  Optional<Model> model();

  /** The user behind the client, where the client lets a server ask. */
  Optional<User> user();

  /** A language model that the client lends. */
  interface Model {
    /**
     * Its answer.
     *
     * @param instructions what it shall be
     * @param prompt what it is asked
     * @param maxTokens the longest answer
     */
    String answer(String instructions, String prompt, int maxTokens);
  }

  /** A person who can be asked. */
  interface User {
    /** The person's answer; a client that fails to ask counts as one that was cancelled. */
    Reply ask(String message, ObjectSchema form);
  }

  /**
   * What a person answered.
   *
   * @param verdict accepted, declined or cancelled
   * @param values the fields of the form, if accepted
   */
  record Reply(Verdict verdict, java.util.Map<String, Object> values) {
    /** How a question ended. */
    public enum Verdict {
      ACCEPTED,
      DECLINED,
      CANCELLED
    }
  }
}
