from datetime import datetime

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, SmallInteger, String
from sqlalchemy.orm import relationship

from clinic.database import Base


class Client(Base):
    __tablename__ = "clients"
    id = Column(Integer, primary_key=True)
    code = Column(String(16), nullable=False, unique=True)
    name = Column(String(80), nullable=False)
    email = Column(String(254), nullable=False)
    time_zone = Column(String(40), nullable=False, default="Europe/Moscow")
    synthetic = Column(Boolean, nullable=False, default=False)


class Booking(Base):
    __tablename__ = "bookings"
    uuid = Column(String(36), primary_key=True)
    client_id = Column(ForeignKey("clients.id"), nullable=False)
    client = relationship(Client)
    # In UTC.
    starts_at = Column(DateTime, nullable=False)
    minutes = Column(SmallInteger, nullable=False, default=50)
    created_at = Column(DateTime, nullable=False, default=datetime.utcnow)
