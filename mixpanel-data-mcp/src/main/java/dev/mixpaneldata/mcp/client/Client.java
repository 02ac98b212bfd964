package dev.mixpaneldata.mcp.client;

import dev.mixpaneldata.mcp.schema.ObjectSchema;
import java.util.Optional;
import java.util.OptionalDouble;

/** The client of a call, as far as it can be notified and asked. Safe for several threads. */
public interface Client {
  /** A client that can be neither notified nor asked. */
  Client SILENT =
      new Client() {
        @Override
        public void progress(double done, OptionalDouble total, String message) {}

        @Override
        public void log(String message) {}

        @Override
        public Optional<Model> model() {
          return Optional.empty();
        }

        @Override
        public Optional<User> user() {
          return Optional.empty();
        }
      };

  /**
   * Reports the progress of the call, if the client wants to know it.
   *
   * @param done the work done, in the unit of {@code total}; must rise from message to message
   * @param total the whole work, if it is known
   * @param message one line for people
   */
  void progress(double done, OptionalDouble total, String message);

  /** Sends a notice that people should see while the call runs. */
  void log(String message);

  /** Returns the client's model, if it offers one. */
  Optional<Model> model();

  /** Returns the user behind the client, if the client lets a server ask. */
  Optional<User> user();

  /** A language model that the client lends. */
  interface Model {
    /**
     * Returns the model's answer.
     *
     * @param instructions the role of the model
     * @param prompt the question
     * @param maxTokens the greatest length of the answer, in tokens
     */
    String answer(String instructions, String prompt, int maxTokens);
  }

  /** A person who can be asked. */
  interface User {
    /** Returns the person's answer. If the client fails to ask, the answer counts as cancelled. */
    Reply ask(String message, ObjectSchema form);
  }

  /**
   * The answer of a person.
   *
   * @param verdict accepted, declined or cancelled
   * @param values the fields of the form, if accepted
   */
  record Reply(Verdict verdict, java.util.Map<String, Object> values) {
    /** The outcome of a question. */
    public enum Verdict {
      ACCEPTED,
      DECLINED,
      CANCELLED
    }
  }
}
