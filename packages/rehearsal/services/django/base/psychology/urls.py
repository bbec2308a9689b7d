from django.urls import path

from clinic import bookings, clients, front, operations

urlpatterns = [
    path("", front.page),
    path("health/", operations.health),
    path("version/", operations.version),
    path("metrics", operations.metrics),
    path("api/clients/", clients.index),
    path("api/clients/<str:code>/", clients.detail),
    path("api/bookings/", bookings.create),
    path("api/bookings/<uuid:booking>/", bookings.detail),
]
