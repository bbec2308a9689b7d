ALTER TYPE state ADD VALUE 'moved';
