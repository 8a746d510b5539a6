package org.stoa.launch;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes every mail that Stoa sends and writes it into the state directory instead. */
final class MailCatcher implements Service {

  private static final Logger LOG = Logger.getLogger(MailCatcher.class.getName());

  private final Path directory;
  private final GreenMail greenMail;
  private ScheduledExecutorService writer;
  private ScheduledFuture<?> writing;
  private long written;

  MailCatcher(StateDirectory state, int port) {
    this.directory = state.mail();
    this.greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @Override
  public String name() {
    return "mail catcher";
  }

  @Override
  public void start() throws IOException {
    Files.createDirectories(directory);
    greenMail.start();
    writer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "mail-catcher");
              thread.setDaemon(true);
              return thread;
            });
    writing = writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void write() {
    try {
      for (GreenMailUser user : greenMail.getManagers().getUserManager().listUser()) {
        write(greenMail.getManagers().getImapHostManager().getInbox(user));
      }
    } catch (IOException | MessagingException | FolderException e) {
      LOG.log(Level.WARNING, "A caught mail could not be written to " + directory, e);
    }
  }

  private void write(MailFolder inbox) throws IOException, MessagingException, FolderException {
    for (StoredMessage message : inbox.getMessages()) {
      write(message.getMimeMessage());
      message.setFlag(Flags.Flag.DELETED, true);
    }
    inbox.expunge();
  }

  private void write(MimeMessage message) throws IOException, MessagingException {
    Path file = directory.resolve("%d-%d.eml".formatted(System.currentTimeMillis(), ++written));
    try (OutputStream bytes = Files.newOutputStream(file)) {
      message.writeTo(bytes);
    }
  }

  @Override
  public void stop() {
    if (writer != null) {
      writing.cancel(false);
      writer.shutdown();
      writer = null;
      write();
      greenMail.stop();
    }
  }

  @Override
  public boolean hasDied() {
    return false;
  }
}
