package org.stoa.launch;

/** A port that the stack listens on, with the number that is tried first. */
enum Port {
  HTTP(8080),
  ADMIN(4848),
  JMS(7676),
  STOMP(7672),
  IIOP(3700),
  POSTGRES(15432),
  REDIS(16379),
  SMTP(13025);

  private final int usual;

  Port(int usual) {
    this.usual = usual;
  }

  int usual() {
    return usual;
  }
}
