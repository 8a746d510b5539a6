package org.stoa.system;

import jakarta.json.JsonObject;

/**
 * Why an upload was refused.
 *
 * @param type the short name of the problem type
 * @param detail the sentence that a person reads
 * @param members the whole problem
 */
public record Refusal(String type, String detail, JsonObject members) {

  private static final String PREFIX = "urn:stoa:problem:";

  /** Refused at once; a server error is no refusal. */
  static Refusal of(Answer answer) {
    if (answer.status() < 400 || answer.status() > 499) {
      throw new AssertionError("no refusal: " + answer);
    }
    return of(answer.problem(answer.status()));
  }

  /** Refused by the job that read the files; an incident is no refusal. */
  static Refusal ofJob(JsonObject job) {
    if (!job.getString("state").equals("FAILED")) {
      throw new AssertionError("not refused: " + job);
    }
    return of(job.getJsonObject("error"));
  }

  private static Refusal of(JsonObject problem) {
    String type = problem.getString("type");
    if (!type.startsWith(PREFIX) || type.contains("incident") || type.contains("internal")) {
      throw new AssertionError("not a problem that a person can mend: " + problem);
    }
    return new Refusal(type.substring(PREFIX.length()), problem.getString("detail"), problem);
  }

  /** A member of the problem, such as {@code line}, or of the members of a job's error. */
  public int number(String member) {
    JsonObject holder = members.containsKey(member) ? members : members.getJsonObject("members");
    return holder.getInt(member);
  }
}
